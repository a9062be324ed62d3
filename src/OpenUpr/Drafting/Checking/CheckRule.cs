namespace OpenUpr.Drafting.Checking;

/// <summary>One rule: what it is called, how much it matters, where it comes from, for which kinds it holds, and its test.</summary>
/// <param name="Code">Such as "word-limit"; pages and the command line have a sentence, an explanation and an advice for each.</param>
/// <param name="Source">Key of <see cref="CheckSources"/>.</param>
/// <param name="Applies">Whether it holds for a kind.</param>
/// <param name="Test">Gives a hit for each place that breaks the rule.</param>
public sealed record CheckRule(string Code, CheckSeverity Severity, string Source, Func<DocumentKind, bool> Applies, Func<CheckSubject, IEnumerable<CheckHit>> Test)
{
    /// <summary>True where the second value of its findings is the limit.</summary>
    public bool HasLimit { get; init; }

    /// <summary>True where it can be tested on a file that has no text for us.</summary>
    public bool NeedsNoText { get; init; }
}

/// <summary>A place that breaks a rule, before the place is put in words.</summary>
/// <param name="Paragraph">Index of the paragraph; -1 for the whole document.</param>
public readonly record struct CheckHit(int Paragraph, string? Excerpt, params object[] Values)
{
    public TextNote? Note { get; init; }

    public static CheckHit Whole(params object[] values) => new(-1, null, values);
}
