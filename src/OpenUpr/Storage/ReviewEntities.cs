using OpenUpr.Recommendations;

namespace OpenUpr.Storage;

/// <summary>One State under review in one session.</summary>
public sealed class Review
{
    public long Id { get; set; }

    /// <summary>ISO 3166-1 alpha-3 code of the State under review.</summary>
    public required string Sur { get; set; }

    public int Session { get; set; }
}

/// <summary>A numbered paragraph of a report: what OHCHR counts. It may hold several texts.</summary>
public sealed class Paragraph
{
    public long Id { get; set; }

    public long ReviewId { get; set; }

    public long DocumentId { get; set; }

    /// <summary>The number as printed, such as "104.12".</summary>
    public required string Number { get; set; }

    /// <summary>Page of the document, from 1; null where it is not known.</summary>
    public int? Page { get; set; }
}

/// <summary>One wording that one or several States put to a State under review, or that it pledged. UPR Info's export has no paragraph numbers: the paragraph is then null, "not known".</summary>
public sealed class RecommendationText
{
    public long Id { get; set; }

    public long ReviewId { get; set; }

    public long? ParagraphId { get; set; }

    public RecommendationKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>The letter or number of the text within its paragraph as printed, such as "(a)"; null where it stands alone.</summary>
    public string? Part { get; set; }

    /// <summary>The paragraphs of the dialogue from which a cited recommendation was resolved, such as "24 (c)"; null where the text stands where it is counted.</summary>
    public string? Cited { get; set; }

    /// <summary>Hash of review, kind, normalised text and response (or paragraph): rows that share it are one text for several States.</summary>
    public required byte[] Key { get; set; }
}

/// <summary>A pair of a text and a recommending State: what UPR Info counts, and what a permanent address names. Ids are assigned once and never reused.</summary>
public sealed class Recommendation
{
    public long Id { get; set; }

    public long TextId { get; set; }

    /// <summary>ISO code of the recommending State, or <see cref="Reviews.State.Unknown"/>. For a pledge, the State under review itself.</summary>
    public required string Rs { get; set; }

    /// <summary>As the export has it, where a person corrected <see cref="Rs"/>; null where it is the same.</summary>
    public string? RsInSource { get; set; }

    /// <summary>The file that this pair stands on: the export where it has the pair, else the paper. It does not depend on which came first.</summary>
    public long DocumentId { get; set; }

    /// <summary>Line or sheet row in that file, from 1; null where the file has no rows.</summary>
    public int? Line { get; set; }

    /// <summary>Hash of what makes an imported row the same row next time (docs/adr/0004).</summary>
    public required byte[] Identity { get; set; }

    /// <summary>Set when this id was found to mean the same as another: readers are sent there. Its own id where no source holds the pair any more: then there is nothing to read.</summary>
    public long? MergedIntoId { get; set; }
}

/// <summary>What a State said to a text, once. A later answer is a further row; the newest is current and none is overwritten.</summary>
public sealed class PositionRecord
{
    public long Id { get; set; }

    public long TextId { get; set; }

    public Position Value { get; set; }

    /// <summary>True where the State supported a part: counted as noted, shown as partly supported.</summary>
    public bool Partial { get; set; }

    /// <summary>The State's or the source's own words, such as "Accepted" or "enjoys the support of".</summary>
    public required string Wording { get; set; }

    /// <summary>The stored document that says so.</summary>
    public long DocumentId { get; set; }

    /// <summary>The symbol of the paper in which the State said so, where the source names it.</summary>
    public string? Symbol { get; set; }

    /// <summary>The sentence that introduces the list in which the text stands, as printed; null where there is none.</summary>
    public string? Lead { get; set; }

    /// <summary>The State's explanation for this text, as printed; null where it gives none.</summary>
    public string? Reason { get; set; }

    /// <summary>Page of <see cref="DocumentId"/>, from 1; null where it is not known.</summary>
    public int? Page { get; set; }

    /// <summary>When the State said so; null where the source does not date it.</summary>
    public DateOnly? SaidOn { get; set; }

    /// <summary>The rule that turned the wording into the value, such as "upr-info-response/1".</summary>
    public required string Rule { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>False once a later record of the same text holds.</summary>
    public bool IsCurrent { get; set; }
}

/// <summary>A label that a person put on a recommendation: action category, issue, goal. It says who set it; a withdrawn one stays as history.</summary>
public sealed class Tag
{
    public const string ActionScheme = "action";
    public const string IssueScheme = "issue";
    public const string SdgScheme = "sdg";
    public const string ThemeScheme = "theme";
    public const string PersonsScheme = "persons";

    /// <summary>Set by people who coded for UPR Info or OHCHR.</summary>
    public const string Coder = "coder";

    /// <summary>Set by a person who corrected or confirmed it here.</summary>
    public const string User = "user";

    /// <summary>Read by a model: never a tag of the store, but what <see cref="MachineReading"/> says where no person tagged.</summary>
    public const string Model = "model";

    /// <summary>A person's word that a scheme has no value here, which is more than silence: it keeps the machine's labels away.</summary>
    public const string None = "";

    public long Id { get; set; }

    public long RecommendationId { get; set; }

    public required string Scheme { get; set; }

    /// <summary>The category's number, the issue's slug, the goal's or target's number; <see cref="None"/> for a person's word that there is none.</summary>
    public required string Value { get; set; }

    /// <summary><see cref="Coder"/> or <see cref="User"/>.</summary>
    public required string SetBy { get; set; }

    /// <summary>Whose coder, which user.</summary>
    public required string SetByName { get; set; }

    /// <summary>0 to 1 where whoever set it said how sure they were; null for a person's plain word.</summary>
    public double? Confidence { get; set; }

    public DateTimeOffset SetAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>
/// What a model read from a text: derived, like the index, and replaced when a newer model reads the text again. Tags keep people's
/// words; a scheme that no person tagged shows what stands here.
/// </summary>
public sealed class MachineReading
{
    public long TextId { get; set; }

    /// <summary>Name and version of the model, such as "openupr-1 (sessions 1-17)".</summary>
    public required string Model { get; set; }

    /// <summary>Hash of the text that was read: when the text is corrected, the reading no longer holds.</summary>
    public long TextHash { get; set; }

    /// <summary>1 to 5.</summary>
    public int Action { get; set; }

    /// <summary>0 to 1.</summary>
    public double ActionConfidence { get; set; }

    /// <summary>Labels with their confidence, the surest first: "torture:0.98;justice:0.61".</summary>
    public required string Issues { get; set; }

    /// <summary>Goals and targets, written as <see cref="Issues"/>.</summary>
    public required string Sdgs { get; set; }

    /// <summary>OHCHR's themes, written as <see cref="Issues"/>.</summary>
    public required string Themes { get; set; }

    /// <summary>Affected persons, written as <see cref="Issues"/>.</summary>
    public required string Persons { get; set; }

    /// <summary>0 to 1: how likely a person would change what holds for this text (a coder's tag that the model doubts, or the model's own). The review queue's order.</summary>
    public double Doubt { get; set; }

    /// <summary>The same for the action category alone.</summary>
    public double ActionDoubt { get; set; }

    /// <summary>The same for the issues alone.</summary>
    public double IssueDoubt { get; set; }

    /// <summary>Whose action category holds for this text: <see cref="Tag.User"/>, <see cref="Tag.Coder"/> or <see cref="Tag.Model"/>.</summary>
    public required string ActionBy { get; set; }

    /// <summary>Whose issues hold.</summary>
    public required string IssuesBy { get; set; }
}
