namespace OpenUpr.Taxonomy.Classification;

/// <summary>A recommendation as human coders labelled it, to learn from. Pledges are none.</summary>
/// <param name="Action">1 to 5.</param>
/// <param name="Issues">Slugs.</param>
public sealed record TrainingExample(string Text, int Action, IReadOnlyList<string> Issues, int Session);

/// <summary>How far training is.</summary>
/// <param name="Step">A code that the command line puts in words, such as "action", "issues", "calibration".</param>
/// <param name="Done">0 to 1 of the whole.</param>
public readonly record struct TrainingProgress(string Step, double Done);
