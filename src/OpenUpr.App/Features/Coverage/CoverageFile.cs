using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Export.Docx;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coverage;

/// <summary>What the papers say and leave out, as a Word file to take to a meeting. It holds public papers and the titles of priorities, no evidence.</summary>
internal static class CoverageFile
{
    public static void MapCoverageFile(this IEndpointRouteBuilder routes)
    {
        const string Path = "/coalitions/{coalition}/coverage.docx";
        routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, Path));
    }

    private static async Task SendAsync(HttpContext context, Store store, LiveIndex live, LivePassages papers, PassageIssues issues, Labels labels, TimeProvider time)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        context.Response.ContentType = DocxWriter.MediaType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{access.Slug}-coverage.docx\"";
        int? session = int.TryParse(context.Request.Query["session"], out var wanted) ? wanted : null;
        var view = await CoverageReading.ReadAsync(store, live.Current, await papers.CurrentAsync(cancel), issues, access, session, cancel);
        await context.Response.Body.WriteAsync(Write(view, view.Country is { } country ? labels.State(country) : "", DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), cancel);
    }

    private static byte[] Write(CoverageView view, string state, DateOnly day)
    {
        using var docx = new DocxWriter("en-GB");
        docx.Title(StudioTextWords.Coverage_Title);
        docx.Small(view.Session is { } session ? $"{Numbers.Fill(StudioTextWords.Coverage_Of, state, session)} {Dates.Day(day)}" : Numbers.Fill(StudioTextWords.Coverage_NoPapers, state));
        docx.Small(StudioTextWords.Coverage_Machine);
        foreach (var row in view.Priorities)
        {
            docx.Heading(1, row.Priority.Title);
            docx.Small(row.Numbers is { } n ? $"{row.Priority.Issue}. {Numbers.Fill(StudioTextWords.Coverage_ToState, CoverageText.Share(n.Here, n.HereOf))}" : row.Priority.Issue);
            foreach (var paper in row.Papers)
            {
                docx.Heading(2, CoverageText.Name(paper.Paper));
                docx.Paragraph(new DocxRun(CoverageText.Says(paper), Bold: paper.IsLeftOut));
                foreach (var passage in paper.Passages)
                {
                    docx.Bullet(new DocxRun($"{CoverageText.Place(passage)} ({CoverageText.Sure(passage)}). ", Bold: true), CoverageText.Excerpt(passage));
                }
            }
        }

        WriteRare(docx, view, state);
        return docx.Finish();
    }

    private static void WriteRare(DocxWriter docx, CoverageView view, string state)
    {
        if (view.Rare.Count == 0)
        {
            return;
        }

        docx.Heading(1, StudioTextWords.Coverage_Rare_Title);
        docx.Small(StudioTextWords.Coverage_Rare_What);
        docx.Table(
            [Words.Field_Issue, StudioTextWords.Coverage_Col_Papers, StudioTextWords.Coverage_Col_Asked, Numbers.Fill(StudioTextWords.Coverage_Col_Here, state), StudioTextWords.Coverage_Col_All],
            view.Rare.Select(n => (IReadOnlyList<DocxRun>)
                [n.Issue.Name, Numbers.Fill(StudioTextWords.Coverage_Papers, n.NationalReport, n.Compilation, n.Summary), Numbers.Count(n.Asked), CoverageText.Share(n.Here, n.HereOf), CoverageText.Share(n.Everywhere, n.EverywhereOf)]),
            [22, 26, 12, 20, 20]);
    }
}
