namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The sentences of the report.</summary>
internal static class ConformanceWords
{
    public const string Gaps = """
        ## Not checked

        - **Routes of Discord's own clients** (`POST /interactions`, the command index): Discord does not describe them. What members' clients get on
          the routes that they share with the bot, and on the gateway, is checked.
        - **Requests of anybody but the bot**: members' clients, stock clients, and tests that ask for something wrong on purpose. The answers to
          them are checked.
        - **The bot's own process, before it is known**: the record begins with its login, so HELLO and refused tokens are checked where a test holds
          the connection itself.
        - **Uploaded files**, which are fetched from an address that the description does not cover.
        - **Presses of the load generator**: what the bot gets is checked once, what it answers is only counted.
        - **5xx answers**: Discord describes none; the playground's have the error body of the others.
        - **What the playground has not**: voice, threads, reactions, polls, stickers, invitations, and pictures and files as components.
        - **Meaning.** That a payload has the right shape does not show that it says the right thing: for that there are the other tests, and the two
          stock clients. The limits on what may be sent have a test each, just at and just over (`LimitTests`, `LimitRuleTests`).
        """ + "\n";

    public static string Beginning(ConformanceLedger ledger) => $"""
        # Conformance

        Nobody can press a button on the real Discord while this is built, so everything that crosses the line between bot and playground is held
        against what Discord publishes, in both directions and in every scenario test:

        - what **the bot** sends: path, query, headers and body of each request, and each gateway payload;
        - what **the playground** answers and sends: status, content type and body of each response, the headers of a 429, and each gateway payload,
          to the bot and to members' clients.

        The measure is Discord's own API description (OpenAPI, July 2026). Every object in it that lists its properties is taken as closed: a field
        that Discord does not have is a violation, as is a missing or a wrong one. The gateway has no description; the objects in its payloads are
        held against the description's, and the rest against field tables that were written from Discord's documentation and from what Discord.Net
        3.16 and discord.js 14 insist on. They are in `tests/SinoSovietBot.EndToEnd/Conformance/gateway-payloads.json`, with two corrections of what
        the description says about the faults inside a 50035: it gives their codes as numbers, where the documentation has names, and has no place for
        a fault of a whole beside one of its parts.

        This page is written by a run of all end-to-end tests:

        ```
        {ConformancePage.Switch}=1 dotnet test --project tests/SinoSovietBot.EndToEnd
        ```

        The counts are of that run. Every other run fails on any violation, on traffic that has no row here, and on a row that the tour through
        everything the playground serves (`ConformanceTourTests`) does not meet.

        **{Totals(ledger)}; {ConformancePage.Violations(ledger.Violations)}.**

        """;

    private static string Totals(ConformanceLedger ledger) =>
        $"{ConformancePage.Number(ledger.TotalOfRequests)} requests, {ConformancePage.Number(ledger.TotalOfResponses)} responses and "
        + $"{ConformancePage.Number(ledger.TotalOfPayloads)} gateway payloads";
}
