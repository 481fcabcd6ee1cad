namespace SinoSovietBot.Study.Revision;

/// <summary>Keeps what gives each other away on different days. Used once, by one thread.</summary>
internal sealed class ItemsApart
{
    private readonly LearnerDeck learner;
    private readonly HashSet<RevisionItem> shut;

    public ItemsApart(LearnerDeck learner)
    {
        this.learner = learner;
        var today = learner.Today;
        shut = [.. learner.Items.Items.Where(item => learner.MemoryOf(item).ReviewedOn == today).SelectMany(learner.Items.RelatedTo)];
    }

    /// <summary>Whether an item may come today; if so, none that it is related to may come after it.</summary>
    public bool Admits(RevisionItem item)
    {
        if (shut.Contains(item))
            return false;
        shut.UnionWith(learner.Items.RelatedTo(item));
        return true;
    }
}
