using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>The buttons under something that has pages.</summary>
internal static class Paging
{
    /// <summary>Previous and Next, each disabled at its end; no row for a single page.</summary>
    /// <param name="page">The one shown, from 0.</param>
    /// <param name="pages">How many there are.</param>
    /// <param name="to">The button's meaning for a page.</param>
    public static ImmutableArray<ActionRow> Row(int page, int pages, Func<int, ComponentId> to)
    {
        if (pages <= 1)
            return [];
        // At the ends the two would lead to the same page, and ids must differ within a message: the disabled one points past the end.
        return
        [
            new ActionRow(
            [
                new Button("Previous", to(page == 0 ? pages : page - 1).ToString()) { Disabled = page == 0 },
                new Button("Next", to(page + 1).ToString()) { Disabled = page == pages - 1 },
            ]),
        ];
    }
}
