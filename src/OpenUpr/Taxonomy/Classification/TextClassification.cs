namespace OpenUpr.Taxonomy.Classification;

/// <summary>A value that the machine read from a text, and how often such a guess is right.</summary>
/// <param name="Value">As tags store it: the action category's number, the issue's slug, the goal's number or the target's ("5", "16.3"), a theme's code, a group of persons.</param>
/// <param name="Confidence">0 to 1, calibrated on sessions that training had not seen: of tags given with 0.9, nine in ten are right.</param>
public sealed record ScoredLabel(string Value, double Confidence)
{
    /// <summary>Of a model that does not read this.</summary>
    public static ScoredLabel None { get; } = new("", 0);
}

/// <summary>What the machine reads from the text of a recommendation. Nothing in it comes from the States concerned: the codebook codes blindly (UPR Info, "Action category", 2014).</summary>
/// <param name="Model">Name and version of the model, which every tag keeps.</param>
/// <param name="Action">The action category, 1 to 5.</param>
/// <param name="Issues">Slugs, the surest first; those over their thresholds only.</param>
/// <param name="Sdgs">Goals and targets, the surest first.</param>
/// <param name="Themes">OHCHR's themes by code.</param>
/// <param name="Persons">Affected persons as OHCHR's lists name them.</param>
public sealed record TextClassification(
    string Model,
    ScoredLabel Action,
    IReadOnlyList<ScoredLabel> Issues,
    IReadOnlyList<ScoredLabel> Sdgs,
    IReadOnlyList<ScoredLabel> Themes,
    IReadOnlyList<ScoredLabel> Persons);

/// <summary>Why the machine gave a label, to be put in words by whoever shows it (resources, no English here).</summary>
/// <param name="Scheme">One of the schemes of <see cref="Storage.Tag"/>.</param>
/// <param name="Value">The label that the reason speaks for (or against, with a negative weight).</param>
/// <param name="Code">What kind of reason, such as "opens-with", "second-verb", "names", "word", "merged": a page has a sentence for each.</param>
/// <param name="Words">The words of the text that decided, as written; empty where none did.</param>
/// <param name="Weight">Its share in the score; reasons are listed from the heaviest.</param>
/// <param name="Detail">What the sentence names beside the words, such as a codebook category's number or an instrument's name; null where nothing.</param>
public sealed record Reason(string Scheme, string Value, string Code, string Words, double Weight, string? Detail = null);
