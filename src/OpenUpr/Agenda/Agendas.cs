using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.Agenda;

/// <summary>One list of everything with days.</summary>
public static class Agendas
{
    /// <summary>Things that one page lists; a month or five years of a busy coalition stay below it.</summary>
    public const int Most = 5_000;

    /// <summary>In the order of their days, hours among them.</summary>
    public static async Task<IReadOnlyList<DatedThing>> ReadAsync(IEnumerable<IDatedThings> parts, CoalitionAccess access, Days span, CancellationToken cancel)
    {
        var things = access.Is(CoalitionRole.Observer) ? await RoomParts.ReadAsync(parts, (part, c) => part.ReadAsync(access, span, c), cancel) : [];
        return [.. things.OrderBy(t => t.Days.From).ThenBy(t => t.Days.To).ThenBy(t => t.At).ThenBy(t => t.Key, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>What begins within some days and has a fixed day: meetings, events, steps of the review and dates of treaty bodies.</summary>
    public static IReadOnlyList<DatedThing> ComingFor(IEnumerable<DatedThing> things, DateOnly today, int days) =>
        [.. things.Where(t => t is { IsTentative: false, IsDone: false, IsCancelled: false, Kind: DatedKinds.Meeting or DatedKinds.Event or DatedKinds.Step or DatedKinds.Treaty } && t.Days.From >= today && t.Days.From <= today.AddDays(days)).OrderBy(t => t.Days.From)];

    /// <summary>What a person has to do that is late, or ends within some days: theirs, and what nobody has taken yet is not among it.</summary>
    public static IReadOnlyList<DatedThing> DueFor(IEnumerable<DatedThing> things, long? memberId, DateOnly today, int days) =>
        [.. things.Where(t => t.IsToDo && t.OwnerId == memberId && t.Days.To <= today.AddDays(days)).OrderBy(t => t.Days.To)];
}
