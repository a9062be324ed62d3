using OpenUpr.Export.Xlsx;
using OpenUpr.Reviews;

namespace OpenUpr.Export;

/// <summary>The last sheet of every workbook: what was asked, what is counted, when, and where the data come from.</summary>
internal static class AboutSheet
{
    /// <param name="facts">What this workbook says besides.</param>
    public static IEnumerable<(string? Label, object Value)> Lines(
        string what, World world, ExportContext context, IReadOnlyList<(string Label, object Value)> facts, IReadOnlyList<string> sources)
    {
        yield return ("What", what);
        if (world == World.Demo)
        {
            yield return ("Fictional", "Every State, text and number in this file is invented for the demonstration of OpenUPR. None may be quoted.");
        }

        yield return ("Search", context.QueryText.Length == 0 ? "everything" : context.QueryText);
        yield return ("What is counted", context.Basis);
        foreach (var (label, value) in facts)
        {
            yield return (label, value);
        }

        yield return ("Date", $"{context.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        if (context.Address is { } address)
        {
            yield return ("Address", address);
        }

        for (var i = 0; i < sources.Count; i++)
        {
            yield return (i == 0 ? "Sources" : null, sources[i]);
        }
    }

    public static async Task WriteAsync(XlsxWriter workbook, IEnumerable<(string? Label, object Value)> lines, CancellationToken cancel)
    {
        using var sheet = workbook.BeginSheet("About", new XlsxLayout([new(18, false), new(100, true)], HasHeader: false));
        foreach (var (label, value) in lines)
        {
            await sheet.WriteRowAsync([label, value], cancel);
        }

        await sheet.EndAsync(cancel);
    }
}
