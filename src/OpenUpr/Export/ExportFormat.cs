namespace OpenUpr.Export;

/// <summary>The forms in which a list of recommendations can be taken away.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
    Jsonl,
}

public static class ExportFormats
{
    /// <summary>The form that a file's ending asks for, or null for any other ending.</summary>
    public static ExportFormat? FromFileName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => ExportFormat.Csv,
        ".xlsx" => ExportFormat.Xlsx,
        ".jsonl" => ExportFormat.Jsonl,
        _ => null,
    };

    public static string MediaType(this ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/jsonl; charset=utf-8",
    };

    public static string Extension(this ExportFormat format) => format switch
    {
        ExportFormat.Csv => ".csv",
        ExportFormat.Xlsx => ".xlsx",
        _ => ".jsonl",
    };
}
