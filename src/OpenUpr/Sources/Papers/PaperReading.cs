using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers;

/// <summary>Everything that was read from one paper. Which lists are filled depends on its kind.</summary>
public sealed record PaperReading(PaperIdentity Identity, PaperText Text)
{
    /// <summary>Recommendations and commitments: of reports and thematic lists.</summary>
    public IReadOnlyList<ReadText> Texts { get; init; } = [];

    /// <summary>Answers by paragraph: of addenda.</summary>
    public IReadOnlyList<ReadAnswer> Answers { get; init; } = [];

    /// <summary>The paper paragraph by paragraph, in its language: of every kind.</summary>
    public IReadOnlyList<ReadPassage> Passages { get; init; } = [];

    /// <summary>Who the codes of a stakeholder summary are.</summary>
    public IReadOnlyList<ReadSubmitter> Submitters { get; init; } = [];

    /// <summary>What a report or decision says about the review; kinds are those of <see cref="Storage.ReviewFact"/>.</summary>
    public IReadOnlyList<ReadFact> Facts { get; init; } = [];

    /// <summary>Lines that a person should look at.</summary>
    public IReadOnlyList<ReadDoubt> Doubts { get; init; } = [];
}

/// <summary>What the State under review said, as one paper gives it.</summary>
/// <param name="Value">Partly supported is noted with <paramref name="Partial"/>; deferred is pending.</param>
/// <param name="Wording">The words that decide it, as printed: "enjoy the support of Slovenia", "Accepted, considered implemented".</param>
/// <param name="Source">Where the words stand: symbol and paragraph, such as "A/HRC/59/15/Add.1, para. 3".</param>
/// <param name="Lead">The whole sentence that introduces the list; null where there is none.</param>
/// <param name="Reason">The State's explanation for this text; null where it gives none.</param>
/// <param name="Rule">The rule that made the value of the wording, such as "report-lead/1".</param>
public sealed record ReadPosition(Position Value, bool Partial, string Wording, string? Source, string? Lead, string? Reason, string Rule);

/// <summary>One text of a numbered paragraph: what one or several States recommended, or what the State under review pledged.</summary>
/// <param name="Paragraph">The number as printed without a closing full stop: "140.7", "12". With a cited text, the paragraph of the conclusions that cites it.</param>
/// <param name="Part">"a", "b", ... or "1", "2", ... where one paragraph holds several texts; null where it holds one.</param>
/// <param name="Text">As printed without number and States, hyphenation at line ends undone.</param>
/// <param name="States">ISO codes in the order of the paper; empty where they could not be told, and for pledges.</param>
public sealed record ReadText(string Paragraph, string? Part, int? Page, string Text, IReadOnlyList<string> States)
{
    public RecommendationKind Kind { get; init; } = RecommendationKind.Recommendation;

    /// <summary>What stood for the States, as printed: "(Iran (Islamic Republic of))".</summary>
    public string? StatesAsPrinted { get; init; }

    /// <summary>Null where the paper gives no position.</summary>
    public ReadPosition? Position { get; init; }

    /// <summary>The paragraphs of the dialogue that the conclusions cite and where the text was found: "24 (c)". Empty for texts that stand where they are counted.</summary>
    public IReadOnlyList<string> Cited { get; init; } = [];

    /// <summary>Of thematic lists: as printed, without codes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Of thematic lists: goals 1 to 17.</summary>
    public IReadOnlyList<int> Sdgs { get; init; } = [];

    /// <summary>Of thematic lists: affected persons or groups of persons, as printed.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];
}

/// <summary>A State's answer to one recommendation, by paragraph of the report.</summary>
/// <param name="Paragraph">As in <see cref="ReadText.Paragraph"/>, as far as the paper prints it: "122" answers every recommendation under paragraph 122,
/// "4" the only recommendation of the report whose own number is 4, <see cref="AllOthers"/> every one without an answer of its own.</param>
/// <param name="Part">Where the answer is to a part of the paragraph only.</param>
public sealed record ReadAnswer(string Paragraph, string? Part, int? Page, ReadPosition Position)
{
    /// <summary>"Accepts all recommendations except ...": holds for those that no other answer names.</summary>
    public const string AllOthers = "*";
}

/// <summary>A paragraph of a paper; its fields are those of <see cref="Storage.Passage"/>.</summary>
public sealed record ReadPassage(string? Number, string? Heading, int? Page, string Text)
{
    /// <summary>ISO codes of who speaks or asks.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    public IReadOnlyList<string> Submitters { get; init; } = [];
}

public sealed record ReadSubmitter(string Code, string Name, string? Kind);

public sealed record ReadFact(string Kind, string Value, int? Page);

/// <summary>A line that the reader is not sure of.</summary>
/// <param name="Code">"states-unread", "position-unread", "citation-unresolved", "number-missing", ...: the words for it are in the resources.</param>
/// <param name="Excerpt">The words in doubt, as printed.</param>
/// <param name="Found">What was made of it; null where nothing.</param>
public sealed record ReadDoubt(string Code, string? Paragraph, string? Part, int? Page, string Excerpt, string? Found);
