namespace OpenUpr.FollowUp.Uptake;

/// <summary>What a coalition asked for.</summary>
/// <param name="Text">Any text; one that asks for several things is also looked at thing by thing.</param>
/// <param name="Issues">Slugs of the issues that it is about; none where they are not known.</param>
/// <param name="Targets">Codes of the States that were approached; none where nobody was, or that is not known.</param>
public sealed record UptakeAsk(string Text, IReadOnlyCollection<string> Issues, IReadOnlyCollection<string> Targets);

/// <summary>A recommendation that was made in the review.</summary>
/// <param name="Id">The caller's own number of it.</param>
/// <param name="States">Codes of the States that made it.</param>
/// <param name="Issues">Slugs.</param>
public sealed record UptakeText(long Id, string Text, IReadOnlyCollection<string> States, IReadOnlyCollection<string> Issues);

/// <summary>Why a recommendation is thought to come from a draft.</summary>
[Flags]
public enum UptakeReasons
{
    None = 0,

    /// <summary>Most of its words are the draft's, in their order.</summary>
    Wording = 1,

    /// <summary>What tells most in one stands in the other, in these or other words.</summary>
    Meaning = 2,

    Issue = 4,

    /// <summary>A State that was approached made it.</summary>
    Approached = 8,

    /// <summary>It asks for one of the things that the draft asks for.</summary>
    OneOfSeveral = 16,

    /// <summary>It asks for more than the draft does.</summary>
    AsksMore = 32,
}

/// <summary>A recommendation that may come from a draft.</summary>
/// <param name="Confidence">0 to 1: of a hundred with 0.8, some eighty are what they seem; measured in perf/results/uptake.md.</param>
/// <param name="Part">Which of the things that the draft asks for, from 0; null for the draft as a whole.</param>
public sealed record UptakeFound(UptakeText Text, double Confidence, UptakeReasons Reasons, int? Part);
