using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision.Reminders;

/// <summary>Keeps reminders. Thread-safe; faults and durability as in <see cref="IRevisionStore"/>.</summary>
public interface IReminderStore
{
    /// <summary>A member's reminder; null for none.</summary>
    Task<Reminder?> FindAsync(MemberId member, CancellationToken cancellation);

    /// <summary>Stores a reminder in the place of the member's last one.</summary>
    Task SaveAsync(Reminder reminder);

    /// <summary>Stores what has become of a reminder, unless its member has changed or removed it meanwhile.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it is now; of the same member.</param>
    /// <returns>Whether it was still as it was read.</returns>
    Task<bool> MoveAsync(Reminder before, Reminder after);

    /// <summary>Removes a member's reminder.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(MemberId member);

    /// <summary>Reminders whose time has come and that are not given up, the longest waiting first.</summary>
    Task<ImmutableArray<Reminder>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellation);

    /// <summary>When the next reminder that is not given up is to be looked at; null for none.</summary>
    Task<DateTimeOffset?> NextAsync(CancellationToken cancellation);
}
