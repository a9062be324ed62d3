using OpenUpr.Coalitions.Sheets;
using OpenUpr.Reviews;
using OpenUpr.Sources;

namespace OpenUpr.Drafting.Lists;

/// <summary>A list that somebody filled in elsewhere, as a table: a Word list, our own workbook that came back, or any sheet with the recommendations and what is said of them.</summary>
public static class FilledSheets
{
    internal const string Number = "number";
    internal const string Text = "text";

    /// <summary>Value, comment, challenges and help in one cell, as OHCHR's lists have it.</summary>
    internal const string Whole = "whole";
    internal const string Value = "value";
    internal const string Comment = "comment";
    internal const string Challenges = "challenges";
    internal const string Assistance = "assistance";

    /// <summary>Of the row, as our workbook said it.</summary>
    internal const string Version = "version";

    /// <summary>What a column can be. A list's own words come first.</summary>
    public static IReadOnlyList<SheetField> Fields { get; } =
    [
        new(Number, false, Heads("col-number", "no", "nr", "n", "paragraph", "paragraphe", "parrafo", "recommendation number")),
        new(Text, false, Heads("head-text", "recommendation and recommending state", "recommendations", "text", "texte", "texto")),
        new(Whole, false, Heads("head-assessment", "assessment", "assessment comments", "evaluation", "evaluacion")),
        new(Value, false, Heads("col-value", "status", "statut", "level of implementation", "status of implementation", "implementation status", "rating")),
        new(Comment, false, Heads("col-comment", "comments", "commentaires", "comentarios", "what was done", "remarks", "remarques", "observaciones")),
        new(Challenges, false, Heads("col-challenges", "challenge", "obstacles", "obstaculos")),
        new(Assistance, false, Heads("col-assistance", "assistance", "asistencia", "help needed")),
        new(Version, false, Heads("col-version", "version")),
    ];

    /// <summary>Fields of which one at least says what is written about a row.</summary>
    public static IReadOnlyList<string> Said { get; } = [Whole, Value, Comment, Challenges, Assistance];

    /// <summary>Whether a row can be found with these columns, and says anything.</summary>
    public static bool IsEnough(IReadOnlyDictionary<string, int> columns) => (columns.ContainsKey(Number) || columns.ContainsKey(Text)) && Said.Any(columns.ContainsKey);

    /// <param name="language">Of the list that it is for.</param>
    /// <exception cref="SourceException">The file is none of these, is damaged, or is larger than it may be.</exception>
    public static SheetTable Read(byte[] file, string name, string language, ScaleWording words, ReferenceData reference, CancellationToken cancel)
    {
        if (file.Length is 0 or > MatrixSources.MaxBytes)
        {
            throw new SourceException(file.Length == 0 ? "The file is empty. Save the list again." : $"The file has more than {MatrixSources.MaxBytes / 1024 / 1024} MB. Take out pictures.");
        }

        using var content = new MemoryStream(file, writable: false);
        return FileRecogniser.Recognise(content, file.Length) is { Form: FileForm.WordDocument }
            ? OfList(MatrixSources.Read(file, name, language, reference, cancel, words).List) : SheetReader.Read(file, cancel).WithHeadingsOf(Fields);
    }

    private static SheetTable OfList(MatrixList list) => new(
        [.. ((string[])["col-number", "head-text", "head-assessment"]).Select(c => MatrixWording.Of(c, list.Language))],
        [.. list.Rows.Select((r, i) => new SheetRow(i + 2, [r.Number ?? "", r.Cells[0], r.Filled.Write(list.Language)]))]);

    private static string[] Heads(string code, params string[] others) => [.. MatrixWording.Languages.Select(l => SheetField.Fold(MatrixWording.Of(code, l))).Concat(others).Distinct()];
}
