using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Decks that the reader takes, with texts that mean something to YAML, CSV, HTML, Anki or a spreadsheet.</summary>
internal static class AnyDeck
{
    private static readonly string[] Pieces =
    [
        "a", "Mao", "1950", " ", "  ", "\"", "\"\"", "'", "'=", "#", " #", ": ", ":", "- ", "-", "=", "+", "@", ",", ";", "|", " | ", "[", "]", "{", "}", "&", "*a",
        "!", "%", "`", "<b>", "</ul>", "</b><br>", "<", ">", "&amp;", "&nbsp;", "&#9;", "{{c1::x}}", "[sound:a.mp3]", "[latex]", "\\", "\\n", "null", "~", "? ", "> ",
        "|-", "---", "...", "sep=", "é", "毛", "😀", "\u00A0", "\u3000", "\u2028", "\uFEFF", "\u200B", "\u0301", "\uE000", " - ", "::", "Correction: ", "point", "deck",
    ];

    // Three of them with what parts them fit a prompt, and one fits a topic.
    private const int Longest = 48;

    private static readonly Gen<string> Line = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 9]
        .Select(pieces => Visible(string.Concat(pieces)));

    private static readonly Gen<string> Text = Gen.Select(Line.Array[1, 3], OneOf("\n", "\n\n", "\n ", "\t", " \n"))
        .Select((lines, parting) => string.Join(parting, lines).Trim());

    private static readonly Gen<string?> Perhaps = Gen.Frequency((1, Text.Select(text => (string?)text)), (1, Gen.Const((string?)null)));

    private static readonly Gen<ImmutableArray<string>> Wordings = Line.Array[0, 3].Select(Distinct);

    private static readonly Gen<ImmutableArray<AnswerItem>> Items = Gen.Select(Line, Wordings).Array[3, 5]
        .Select(items => items.Select((item, index) => new AnswerItem($"{item.Item1} i{index}", item.Item2)).ToImmutableArray());

    private static readonly Gen<HistoricalDate?> Date = OneOf<HistoricalDate?>(
        null, new HistoricalDate(1950), new HistoricalDate(1950, 2), new HistoricalDate(1950, 2, 14), new HistoricalDate(1958, Circa: true));

    private static readonly Gen<PointPart> PointParts = Gen.Select(Text, Perhaps, Perhaps, Gen.Enum<AskPolicy>(), Date)
        .Select((text, source, correction, ask, date) => new PointPart(text, source, correction, ask, date));

    private static readonly Gen<CardPart> CardParts = Gen.Select(Line, Line, Text.Array[0, 2], PointParts.Array[1, 5], Gen.Int[0, 2].Array[5])
        .Select((topic, front, notes, points, steps) => new CardPart(topic, front, notes, points, steps));

    private static readonly Gen<QuestionPart> QuestionParts = Gen.Select(
        Gen.Enum<QuestionKind>(), Gen.Select(Text, Line, Text), Gen.Select(Line, Text, Gen.Bool).Array[1, 3], Gen.Select(Wordings, Wordings, Wordings), Items, Gen.Int[1, 3])
        .Select((kind, texts, wrong, wordings, items, number) => new QuestionPart(kind, texts, wrong, wordings, items, number));

    public static readonly Gen<Deck> Any = Gen.Select(
        Gen.Select(Line, Line, Line, Text), Text.Array[0, 2], Gen.Select(Line, Wordings).Array[0, 2], CardParts.Array[1, 4], QuestionParts.Array[0, 6], Gen.Bool)
        .Select((header, notes, names, cards, questions, same) => Build(header, notes, names, cards, questions, same));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Deck Build(
        (string Title, string Subject, string Licence, string Source) header,
        string[] notes,
        (string Name, ImmutableArray<string> Also)[] names,
        CardPart[] cardParts,
        QuestionPart[] questionParts,
        bool same)
    {
        var cards = cardParts.Select((part, index) => part.Build($"card-{index}")).ToImmutableArray();
        var askable = cards.SelectMany(card => card.AllPoints.Select(point => (Card: card.Id, Point: point))).Where(pair => pair.Point.Ask != AskPolicy.NeverAsk).ToList();
        var questions = askable.Count == 0 ? [] : questionParts.Select((part, index) => part.Build(index, askable[index % askable.Count])).ToImmutableArray();
        var points = cards.SelectMany(card => card.AllPoints).Select(point => point.Id).ToImmutableArray();
        return new Deck
        {
            Id = new DeckId("any-deck"),
            Title = header.Title,
            Subject = header.Subject,
            Language = "en-GB",
            Licence = header.Licence,
            Source = header.Source,
            Notes = [.. notes],
            Names = [.. names.Select((name, index) => new DeckName(
                $"{name.Name} n{index}", [.. name.Also.Select((also, spelling) => $"{also} s{index}x{spelling}")], index == 0 ? 1950 : null, same ? 1960 : null))],
            NearDuplicates = points.Length < 2 ? [] : [new PointCluster("nd", header.Subject, points[..2], same)],
            Cards = cards,
            Questions = questions,
        };
    }

    private static string Visible(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > Longest)
            trimmed = trimmed[..(char.IsHighSurrogate(trimmed[Longest - 1]) ? Longest - 1 : Longest)].Trim();
        return trimmed.Length == 0 ? "x" : trimmed;
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal)];

    private sealed record PointPart(string Text, string? Source, string? Correction, AskPolicy Ask, HistoricalDate? Date)
    {
        public Point Build(string id) => new()
        {
            Id = new PointId(id),
            Text = Text,
            SourceText = string.Equals(Source, Text, StringComparison.Ordinal) ? null : Source,
            Correction = Ask == AskPolicy.AskCorrected ? Correction ?? "It was not." : Correction,
            Ask = Ask,
            Date = Date,
        };
    }

    private sealed record CardPart(string Topic, string Front, string[] Notes, PointPart[] Points, int[] Steps)
    {
        public Card Build(string id)
        {
            var flat = Points.Select((part, index) => part.Build($"{id}-p{index}")).ToList();
            var at = 0;
            return new Card { Id = new CardId(id), Topic = Topic, Front = Front, Notes = [.. Notes], Points = Level(flat, ref at, 1) };
        }

        // Steps say how deep each point stands: 0 beside the one before, 1 and 2 below it where that may be.
        private ImmutableArray<Point> Level(List<Point> flat, ref int at, int depth)
        {
            var points = ImmutableArray.CreateBuilder<Point>();
            while (at < flat.Count)
            {
                if (depth > 1 && points.Count > 0 && Steps[at] == 0)
                    break;
                var point = flat[at++];
                points.Add(point with { Points = at < flat.Count && Steps[at] > 0 && depth < DeckLimits.PointDepth ? Level(flat, ref at, depth + 1) : [] });
            }

            return points.ToImmutable();
        }
    }

    private sealed record QuestionPart(
        QuestionKind Kind,
        (string Prompt, string Answer, string Explanation) Texts,
        (string Text, string Why, bool HasPoint)[] Wrong,
        (ImmutableArray<string> Accept, ImmutableArray<string> Vague, ImmutableArray<string> Reject) Wordings,
        ImmutableArray<AnswerItem> Items,
        int Number)
    {
        public Question Build(int index, (CardId Card, Point Point) about)
        {
            var isText = Kind is QuestionKind.Typed or QuestionKind.Gap or QuestionKind.Who;
            var isList = Kind == QuestionKind.List;
            ImmutableArray<AnswerItem> items = Kind switch
            {
                QuestionKind.Order => [.. Items.Select(item => item with { Accept = [] })],
                QuestionKind.List => Items,
                _ => [],
            };
            return new Question
            {
                Id = new QuestionId($"question-{index}"),
                Kind = Kind,
                Card = about.Card,
                Points = [about.Point.Id],
                Difficulty = Number,
                Prompt = Kind == QuestionKind.Gap ? $"{Texts.Prompt} ____ {Texts.Answer}" : Texts.Prompt,
                Answer = items.IsEmpty ? (Kind == QuestionKind.TrueFalse ? "True" : $"{Texts.Answer} o") : string.Join(isList ? "; " : " → ", items.Select(item => item.Text)),
                Items = items,
                Also = isList ? [.. Items.Take(1).Select(item => item with { Text = item.Text + " also" })] : [],
                Count = isList ? Math.Min(Number, items.Length) : 0,
                Distractors = Distractors(about.Point.Id),
                Accept = isText ? Wordings.Accept : [],
                Vague = isText ? Wordings.Vague : [],
                Reject = isText || isList ? Wordings.Reject : [],
                Explanation = Texts.Explanation,
                Enemies = index > 0 ? [new QuestionId("question-0")] : [],
            };
        }

        private ImmutableArray<Distractor> Distractors(PointId point)
        {
            if (Kind is QuestionKind.Typed or QuestionKind.Order or QuestionKind.List || (Kind is QuestionKind.Gap or QuestionKind.Who && Number == 1))
                return [];
            var prefix = Kind == QuestionKind.TrueFalse ? TrueFalseOptions.FalsePrefix : "";
            return [.. Wrong.Select((wrong, index) => new Distractor($"{prefix}{wrong.Text} o{index}", wrong.Why, wrong.HasPoint ? point : null))];
        }
    }
}
