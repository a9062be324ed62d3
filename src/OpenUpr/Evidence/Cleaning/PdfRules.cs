using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Which entries of a PDF's dictionaries are written anew. Catalogue and pages keep what is named; in all others what tells of people and machines goes.</summary>
internal sealed class PdfRules
{
    private static readonly HashSet<string> s_catalogue = ["Type", "Pages", "PageLayout", "PageMode", "Lang", "Outlines", "Dests", "Names", "StructTreeRoot", "MarkInfo", "ViewerPreferences", "PageLabels", "OCProperties"];

    private static readonly HashSet<string> s_page =
    [
        "Type", "Parent", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Resources", "Contents", "Rotate", "Group", "Annots", "StructParents", "Tabs", "UserUnit", "Kids", "Count",
    ];

    /// <summary>Of any dictionary: XMP, what editors keep for themselves, dates, scripts and what happens by itself, attached files, small pictures, signatures.</summary>
    private static readonly Dictionary<string, string> s_removed = new()
    {
        ["Metadata"] = "xmp", ["PieceInfo"] = "application-data", ["LastModified"] = "date", ["AA"] = "script", ["OpenAction"] = "script", ["JS"] = "script", ["JavaScript"] = "script", ["EmbeddedFiles"] = "attachment",
        ["AF"] = "attachment", ["EF"] = "attachment", ["Thumb"] = "thumbnail", ["SpiderInfo"] = "application-data", ["Collection"] = "attachment", ["Perms"] = "signature", ["DSS"] = "signature", ["AcroForm"] = "form", ["CreatorInfo"] = "authors",
        ["Info"] = "properties", ["CreationDate"] = "date", ["ModDate"] = "date", ["Alternates"] = "thumbnail", ["OPI"] = "paths", ["Measure"] = "", ["PtData"] = "",
    };

    /// <summary>Of a comment or another annotation: author, dates, number, formatted text with its author, the window that shows it.</summary>
    private static readonly Dictionary<string, string> s_annotation = new() { ["T"] = "authors", ["M"] = "date", ["NM"] = "identifier", ["RC"] = "authors", ["Subj"] = "authors", ["Popup"] = "", ["IRT"] = "", ["TU"] = "", ["TM"] = "", ["V"] = "", ["Lock"] = "" };

    private static readonly HashSet<string> s_actions = ["GoTo", "URI", "Named"];

    private readonly HashSet<string>? _only;
    private readonly bool _isAnnotation;

    private PdfRules(HashSet<string>? only, bool isAnnotation = false) => (_only, _isAnnotation) = (only, isAnnotation);

    public static PdfRules Catalogue { get; } = new(s_catalogue);

    private static PdfRules Page { get; } = new(s_page);

    private static PdfRules Annotation { get; } = new(null, isAnnotation: true);

    private static PdfRules Other { get; } = new(null);

    public static PdfRules Of(PdfDictionary dictionary) => dictionary["Type"].Name is "Page" or "Pages" ? Page
        : dictionary["Type"].Name == "Catalog" ? Catalogue
        : dictionary["Subtype"].Name is not null && dictionary["Rect"].Array is not null ? Annotation
        : Other;

    /// <summary>Annotations that carry files, sound, film or names only.</summary>
    public static bool IsRemoved(PdfDictionary? dictionary) => dictionary is not null
        && (dictionary["Type"].Name is "Filespec" or "F" or "Sig" or "EmbeddedFile" or "Metadata"
            || (dictionary["Rect"].Array is not null && dictionary["Subtype"].Name is "FileAttachment" or "Sound" or "Movie" or "Screen" or "RichMedia" or "3D" or "Popup" or "PrinterMark" or "TrapNet"));

    public bool Keeps(string key, PdfValue value) => (_only is null || _only.Contains(key))
        && !s_removed.ContainsKey(key)
        && (!_isAnnotation || !s_annotation.ContainsKey(key))
        && !IsRemoved(value.Dictionary)
        && (key is not ("A" or "PA" or "Next") || value.Dictionary?["S"].Name is not { } action || s_actions.Contains(action));

    /// <summary>What an entry that is left out is called in the note; empty for one not worth a line.</summary>
    public static string KindOf(string key) => s_removed.TryGetValue(key, out var kind) || s_annotation.TryGetValue(key, out kind) ? kind : "";
}
