using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Reviews;

namespace OpenUpr.Agenda;

/// <summary>Kinds of things with days, in the order in which a legend lists them.</summary>
public static class DatedKinds
{
    public const string Task = "task";
    public const string Decision = "decision";
    public const string Meeting = "meeting";

    /// <summary>A step of the review: its deadlines, documents, the review itself, the adoption.</summary>
    public const string Step = "step";
    public const string Council = "hrc";
    public const string WorkingGroup = "upr";
    public const string Treaty = "treaty";
    public const string Quiet = "quiet";

    public const string Event = "event";

    /// <summary>An action of an implementation matrix, on its last day.</summary>
    public const string Action = "action";

    /// <summary>A round of assessments.</summary>
    public const string Round = "round";

    /// <summary>A report of a followed review: when it is due, and until when it is commented on.</summary>
    public const string Report = "report";

    /// <summary>A day on which bodies report to the national mechanism.</summary>
    public const string Progress = "progress";

    public static IReadOnlyList<string> All { get; } = [Task, Decision, Meeting, Event, Action, Round, Report, Progress, Step, Council, WorkingGroup, Treaty, Quiet];
}

/// <summary>Something with days, from any part of the room or from the public dates.</summary>
/// <param name="Kind">A word of <see cref="DatedKinds"/>.</param>
/// <param name="Key">The same for the same thing whatever its days: calendar programs know it by this.</param>
/// <param name="Title">In the coalition's words; null where <paramref name="Code"/> names it.</param>
/// <param name="Code">A step's code, a session's number, a committee: what the reader's words are found by.</param>
/// <param name="Path">Where it stands: inside the room, or on the site where <see cref="IsPublic"/>.</param>
public sealed record DatedThing(string Kind, string Key, Days Days, string? Title, string? Code, string Path)
{
    /// <summary>The moment at which it begins or closes; null for whole days.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The date of a review's step with its hour, certainty and sources; null for anything else.</summary>
    public StepDate? Date { get; init; }

    /// <summary>The State and session of a review's step.</summary>
    public string? State { get; init; }

    public int? Session { get; init; }

    /// <summary>Anyone may know it: it is in the public dates.</summary>
    public bool IsPublic { get; init; }

    public bool IsTentative { get; init; }

    public bool IsDone { get; init; }

    /// <summary>It was there and will not take place.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Who has it to do; null for nobody yet, or where nobody can.</summary>
    public long? OwnerId { get; init; }

    /// <summary>How often it changed.</summary>
    public int Revision { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The page on which somebody found the date.</summary>
    public string? Source { get; init; }

    /// <summary>Whether something is to be done by its last day.</summary>
    public bool IsToDo => Kind is DatedKinds.Task or DatedKinds.Decision && !IsDone && !IsCancelled;
}

/// <summary>One kind of things with days, as far as a person may see them. Another part of the room adds its own by one more of these.</summary>
public interface IDatedThings
{
    /// <summary>Those that meet a stretch of days.</summary>
    Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel);
}
