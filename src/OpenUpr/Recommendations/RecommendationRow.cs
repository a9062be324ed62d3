namespace OpenUpr.Recommendations;

/// <summary>One pair of a recommendation and a recommending State with everything that a list, a page or an export shows of it.</summary>
/// <param name="Rs">ISO code of the recommending State, or <see cref="Reviews.State.Unknown"/>; for a pledge the State under review.</param>
/// <param name="Cycle">By the session table; null for a session that it does not hold.</param>
/// <param name="Symbol">Symbol of the document that the paragraph stands in; null where not known.</param>
/// <param name="Paragraph">Number as printed; null where not known (UPR Info's export has none).</param>
/// <param name="Page">From 1; null where not known.</param>
/// <param name="Position">Null for a pledge, which needs no answer.</param>
/// <param name="PositionText">The source's own wording of the position.</param>
/// <param name="Issues">Names of the issues, in alphabetical order.</param>
/// <param name="Sdgs">Numbers of goals, ascending.</param>
/// <param name="Source">File and line that the pair came from.</param>
public sealed record RecommendationRow(
    long Id,
    RecommendationKind Kind,
    string Sur,
    string Rs,
    int Session,
    int? Cycle,
    string? Symbol,
    string? Paragraph,
    int? Page,
    string Text,
    Position? Position,
    bool Partial,
    string? PositionText,
    int? Action,
    IReadOnlyList<string> Issues,
    IReadOnlyList<int> Sdgs,
    string Source)
{
    /// <summary>How alike it is to the text that it was asked for with, 0 to 1; null where it was not asked for so.</summary>
    public double? Score { get; init; }

    /// <summary>Recommendations that say the same in the same or nearly the same words, by their first pairs; null where they were not asked for.</summary>
    public IReadOnlyList<long>? Same { get; init; }

    /// <summary>Whose the action category, the issues and the goals are.</summary>
    public RowLabels Labels { get; init; } = RowLabels.Nobody;

    /// <summary>The same row without what a machine read.</summary>
    public RecommendationRow OfPeople() => Labels.Model is null ? this : this with
    {
        Action = IsMachines(Labels.Action) ? null : Action,
        Issues = IsMachines(Labels.Issues) ? [] : Issues,
        Sdgs = IsMachines(Labels.Sdgs) ? [] : Sdgs,
        Labels = new RowLabels(null, OfPeople(Labels.Action), OfPeople(Labels.Issues), OfPeople(Labels.Sdgs)),
    };

    private static LabelOrigin? OfPeople(LabelOrigin? origin) => IsMachines(origin) ? null : origin;

    private static bool IsMachines(LabelOrigin? origin) => origin?.SetBy == Storage.Tag.Model;
}

/// <summary>Whose labels a row shows, and how sure a model is of those that it read.</summary>
/// <param name="Model">Name and version of the model, where any label is a machine's; else null.</param>
public sealed record RowLabels(string? Model, LabelOrigin? Action, LabelOrigin? Issues, LabelOrigin? Sdgs)
{
    public static RowLabels Nobody { get; } = new(null, null, null, null);
}

/// <summary>Whose the labels of one scheme are.</summary>
/// <param name="SetBy">"user", "coder" or "model".</param>
/// <param name="Confidence">Of a machine's labels, 0 to 1 each, in the order of the row's values; empty for people's.</param>
public sealed record LabelOrigin(string SetBy, IReadOnlyList<double> Confidence);
