namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>What a cue speaks of.</summary>
public enum IssueCueKind
{
    /// <summary>Persons whose rights are concerned: the "target group" of the codebook's rule of merging.</summary>
    Group,

    /// <summary>A right or its violation.</summary>
    Violation,

    /// <summary>A body or mechanism.</summary>
    Body,

    /// <summary>A treaty, protocol or declaration.</summary>
    Instrument,

    /// <summary>A way of doing something: training, a plan, cooperation.</summary>
    Means,

    /// <summary>Anything else that changes how a text is tagged.</summary>
    Other,
}

/// <summary>Phrases that mean one thing to a coder, from issue-cues.csv.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Phrases">Phrases, compared by the stems of their words.</param>
/// <param name="Issues">Slugs of the issues that the codebook gives to it; none for a cue that only changes how others count.</param>
/// <param name="Source">The section of UPR Info's "Issue categorisation" (2014), or "corpus" where recommendations themselves taught it.</param>
public sealed record IssueCue(string Name, IssueCueKind Kind, IReadOnlyList<string> Phrases, IReadOnlyList<string> Issues, string Source)
{
    /// <summary>Whether the codebook names it, and not only the texts of coders.</summary>
    public bool IsInCodebook => Source != "corpus";
}

/// <summary>Words of a text that are a cue's phrase.</summary>
/// <param name="Cue">Place in the table.</param>
public readonly record struct IssueCueMention(int Cue, int FirstWord, int Words);

/// <summary>What a text names that speaks of issues: a cue or an entity.</summary>
/// <param name="Cue">Place in the table of cues; -1 for an entity.</param>
/// <param name="Entity">Place in the list of entities; -1 for a cue.</param>
/// <param name="Hash">Its name among the features.</param>
internal readonly record struct IssueMention(int Cue, int Entity, ulong Hash, int FirstWord, int Words);
