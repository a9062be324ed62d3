using System.Text;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Sources.UprInfo;

/// <summary>UPR Info's export of recommendations, whichever form of file it comes in.</summary>
public static class UprInfoExport
{
    /// <summary>The kind under which such a document is stored and reported.</summary>
    public const string Kind = "upr-info-export";

    /// <summary>
    /// The publisher's terms. UPR Info puts its information "under 'Creative Common' licence" and names no version
    /// (UPR Info, agenda for change, activities of the first strategy).
    /// </summary>
    public const string Licence = "Creative Commons, version not stated (UPR Info)";

    /// <summary>What can be imported now, to end a refusal with.</summary>
    public const string Importable = "OpenUPR can import the papers of a review (.pdf, .docx or .doc) and UPR Info's export of recommendations (.csv, .xls or .xlsx).";

    /// <exception cref="SourceException">The file is of another kind.</exception>
    public static FileForm MustBeTable(Recognised file) => file.Form != FileForm.Other
        ? file.Form
        : throw new SourceException($"This is {file.Description}. {Importable}");

    public static ITable Open(SourceFile file, FileForm form, Encoding encoding, CancellationToken cancel) =>
        form == FileForm.Text ? new CsvTable(file, encoding) : new WorkbookTable(file, form, cancel);
}
