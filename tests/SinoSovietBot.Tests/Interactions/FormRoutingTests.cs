using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Interactions;

public class FormRoutingTests
{
    private static readonly ComponentId Known = new ComponentId.TypedAnswer(new QuizId(7), 2, 99);

    [Fact]
    public async Task AFormGoesToTheFirstWhoHandlesItWithItsMeaningRead()
    {
        var others = new Forms(_ => null);
        var theirs = new Forms(form => Reply.Privately(form.Fields["answer"]));
        Assert.Equal("Mao", await SubmitAsync(Known.ToString(), others, theirs));
        Assert.Equal([Known], others.Seen);
        Assert.Equal([Known], theirs.Seen);
    }

    [Theory]
    [InlineData("2:f:7:2:99")]
    [InlineData("report_modal")]
    [InlineData("")]
    public async Task AFormThatThisVersionDoesNotKnowIsToldSo(string customId)
    {
        var forms = new Forms(_ => Reply.Privately("not this one"));
        Assert.Equal(CommonMessages.OldForm, await SubmitAsync(customId, forms));
        Assert.Empty(forms.Seen);
    }

    [Fact]
    public async Task AFormThatNobodyHandlesIsToldSo() => Assert.Equal(CommonMessages.OldForm, await SubmitAsync(Known.ToString(), new Forms(_ => null)));

    private static async Task<string> SubmitAsync(string customId, params IEnumerable<IForms> forms)
    {
        var router = new InteractionRouter([], [], [], forms);
        return Given.TextOf(await router.RouteAsync(Given.Form(customId, "Mao"), TestContext.Current.CancellationToken));
    }

    private sealed class Forms(Func<FormSubmitted, InteractionResponse?> handle) : IForms
    {
        public ImmutableList<ComponentId> Seen { get; private set; } = [];

        public Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation)
        {
            Seen = Seen.Add(id);
            return handle(form) is { } response ? Task.FromResult(response) : null;
        }
    }
}
