namespace OpenUpr.Sources;

/// <summary>How a file is to be opened.</summary>
public enum FileForm
{
    /// <summary>Nothing that can be imported.</summary>
    Other,
    Text,

    /// <summary>Excel 97 to 2003 (.xls).</summary>
    OldWorkbook,

    /// <summary>Office Open XML (.xlsx).</summary>
    Workbook,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Office Open XML text (.docx).</summary>
    WordDocument,

    /// <summary>Word 97 to 2003 (.doc).</summary>
    OldWordDocument,
}

/// <summary>What a file is by its content.</summary>
/// <param name="Description">With its article, to stand in a sentence: "a PDF document".</param>
public sealed record Recognised(FileForm Form, string Description);
