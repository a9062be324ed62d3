namespace OpenUpr.Import.Papers;

/// <summary>
/// The doubts that comparing a review's sources raises. Readers raise others of their own (<see cref="Sources.Papers.ReadDoubt.Code"/>). Found is always what the paper says,
/// Stored what was there beside it.
/// </summary>
public static class DoubtCodes
{
    /// <summary>Report and export word a text differently, beyond capitals, punctuation and white space. Found and Stored are the two texts.</summary>
    public const string TextDiffers = "text-differs";

    /// <summary>Report and export name another recommending State for one text. ISO codes.</summary>
    public const string StateDiffers = "state-differs";

    /// <summary>The papers' final answer is another than the export's response. Values: supported, noted or pending.</summary>
    public const string PositionDiffers = "position-differs";

    /// <summary>The report has a pair that the export lacks. Found is the text; taking "stored" withdraws the pair.</summary>
    public const string OnlyInReport = "only-in-report";

    /// <summary>The export has a pair that the report lacks. Stored is the text; taking "found" withdraws the pair.</summary>
    public const string OnlyInExport = "only-in-export";

    /// <summary>OHCHR's list gives a paragraph another position than report and addendum. Values as in <see cref="PositionDiffers"/>.</summary>
    public const string ListPositionDiffers = "list-position-differs";

    /// <summary>OHCHR's list words a paragraph differently; Found is null where the list lacks the paragraph, Stored where the report lacks it.</summary>
    public const string ListTextDiffers = "list-text-differs";

    /// <summary>OHCHR's list names other recommending States for a paragraph. ISO codes separated by spaces.</summary>
    public const string ListStateDiffers = "list-state-differs";

    /// <summary>An answer stands to a paragraph that no stored report has.</summary>
    public const string AnswerWithoutText = "answer-without-text";

    /// <summary>The decision names replies that are not in the store, so that positions taken as noted by the rule may be answered there. Found is the symbol.</summary>
    public const string AddendumMissing = "addendum-missing";

    /// <summary>It could not be told to which review the paper belongs.</summary>
    public const string ReviewUnknown = "review-unknown";

    /// <summary>Readers: the States behind a text could not be told. Settled with ISO codes separated by spaces.</summary>
    public const string StatesUnread = "states-unread";

    /// <summary>Readers: what the State said could not be told. Settled with supported, noted or pending.</summary>
    public const string PositionUnread = "position-unread";
}
