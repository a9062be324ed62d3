using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The report to colleagues as a Word file, and what the pages of uptake need.</summary>
internal static class UptakeFiles
{
    /// <summary>From how many letters on a cell holds a sentence.</summary>
    private const int Sentence = 24;

    private const string Path = "/coalitions/{coalition}/follow-up/{id:long:min(1)}/uptake/report.docx";

    public static void AddUptake(this IServiceCollection services) => services.AddSingleton<UptakeMatcher>().AddSingleton<IRoomTexts, UptakeTexts>();

    public static void MapUptakeFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/uptake/report.docx"));

    private static async Task<IResult> SendAsync(long id, HttpContext context, Store store, UptakeMatcher matcher, Labels labels)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await UptakeReading.ReadAsync(store, matcher, access, id, null, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        using var docx = new DocxWriter(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en-GB" : CultureInfo.CurrentUICulture.Name);
        docx.Title(Numbers.Fill(UptakeWords.Report_Of, labels.State(view.Follow.Review.State), view.Follow.Review.Session));
        docx.Paragraph(UptakeReport.Basis(view));
        foreach (var table in UptakeReport.Tables(view, await UptakeOutcomes.IssuesAsync(store, access, view, cancel), labels))
        {
            docx.Heading(1, table.Name);
            if (table.Rows.Count == 0)
            {
                docx.Paragraph(UptakeWords.Report_Empty);
                continue;
            }

            docx.Table(table.Columns, table.Rows.Select(r => (IReadOnlyList<DocxRun>)[.. r.Select(c => new DocxRun(c is int number ? Numbers.Count(number) : c as string ?? ""))]), [.. table.Columns.Select((_, i) => Width(table, i))]);
        }

        docx.Small(UptakeWords.Report_Counted);
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"uptake-{view.Follow.Review.State.ToLowerInvariant()}-{view.Follow.Review.Session}.docx\"");
        return Results.Bytes(docx.Finish(), DocxWriter.MediaType);
    }

    /// <summary>A column has room for its longest word; one of sentences for more.</summary>
    private static int Width(DayTable table, int column)
    {
        var texts = table.Rows.Select(r => r[column]).OfType<string>().ToList();
        var longest = texts.Append(table.Columns[column]).SelectMany(t => t.Split((char[]?)null)).Max(w => w.Length);
        return longest + 2 + (texts.Any(t => t.Length > Sentence) ? Sentence : 0);
    }
}
