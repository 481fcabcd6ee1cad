using System.Globalization;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Writes first responses to interactions.</summary>
internal static class ResponseJson
{
    /// <summary>The files that go with a response; none for most.</summary>
    public static IReadOnlyList<FileUpload> Files(InteractionResponse response) => response switch
    {
        InteractionResponse.Reply { Content.Files: { IsDefaultOrEmpty: false } files } => files,
        InteractionResponse.UpdateMessage { Content.Files: { IsDefaultOrEmpty: false } files } => files,
        _ => [],
    };

    public static void Write(Utf8JsonWriter json, Interaction interaction, InteractionResponse response)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, TypeOf(response));
        if (response is not (InteractionResponse.DeferUpdate or InteractionResponse.DeferReply { Ephemeral: false }))
        {
            json.WriteStartObject("data"u8);
            WriteData(json, interaction, response);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static int TypeOf(InteractionResponse response) => response switch
    {
        InteractionResponse.Reply => 4,
        InteractionResponse.DeferReply => 5,
        InteractionResponse.DeferUpdate => 6,
        InteractionResponse.UpdateMessage => 7,
        InteractionResponse.Suggest => 8,
        InteractionResponse.OpenForm => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(response), "There is no such response."),
    };

    private static void WriteData(Utf8JsonWriter json, Interaction interaction, InteractionResponse response)
    {
        switch (response)
        {
            case InteractionResponse.Reply reply:
                MessageJson.WriteNew(json, reply.Content, mayBeEphemeral: true);
                break;
            case InteractionResponse.DeferReply:
                MessageJson.WriteEphemeral(json);
                break;
            case InteractionResponse.UpdateMessage update:
                MessageJson.WriteReplacement(json, update.Content);
                break;
            case InteractionResponse.Suggest suggest:
                WriteChoices(json, suggest, interaction is SuggestionsAsked { IsNumber: true });
                break;
            case InteractionResponse.OpenForm open:
                ComponentJson.WriteForm(json, open.Form);
                break;
        }
    }

    private static void WriteChoices(Utf8JsonWriter json, InteractionResponse.Suggest suggest, bool numbers)
    {
        json.WriteStartArray("choices"u8);
        foreach (Suggestion choice in suggest.Choices)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, choice.Name);
            if (numbers) json.WriteNumber("value"u8, long.Parse(choice.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            else json.WriteString("value"u8, choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
