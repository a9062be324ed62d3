using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.Export.Xlsx;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Drafting;

/// <summary>The recommendations that the coalition agreed to, as files to hand to States. Nothing of evidence, comments or versions is in them.</summary>
internal static class DraftFiles
{
    private static readonly XlsxLayout s_layout = new([new(30, true), new(80, true), new(40, true), new(40, true), new(22, true)], HasHeader: true);

    public static void MapDraftFiles(this IEndpointRouteBuilder routes)
    {
        Map(routes, ".docx", SendWordAsync);
        Map(routes, ".xlsx", SendSheetAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string ending, Func<HttpContext, Store, Labels, TimeProvider, Task> send) =>
        routes.MapMethods("/coalitions/{coalition}/drafts" + ending, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, Labels labels, TimeProvider time) => send(context, store, labels, time))
            .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/drafts" + ending));

    private static async Task SendWordAsync(HttpContext context, Store store, Labels labels, TimeProvider time)
    {
        Begin(context, DocxWriter.MediaType, ".docx");
        var access = context.Access();
        using var docx = new DocxWriter("en-GB");
        docx.Title(Numbers.Fill(DraftingWords.File_Title, access.Name));
        var groups = await AgreedAsync(store, access, context.RequestAborted);
        docx.Small(Numbers.Fill(DraftingWords.File_What, Numbers.Count(groups.Sum(g => g.Drafts.Count)), Dates.Day(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))));
        var number = 0;
        foreach (var (priority, drafts) in groups)
        {
            docx.Heading(1, priority?.Priority.Title ?? DraftingWords.Priority_None);
            if (priority?.Priority.Why is { } why)
            {
                StudioDocx.Write(docx, why);
            }

            foreach (var row in drafts)
            {
                docx.Paragraph(new DocxRun($"{++number}. ", Bold: true), row.Draft.Text);
                string[] notes = [.. new[] { DraftingText.Source(row.Newest), DraftingText.Targets(row.Newest, labels) is { } states ? Numbers.Fill(DraftingWords.File_For, states) : null }.OfType<string>()];
                if (notes.Length > 0)
                {
                    docx.Small(string.Join(" · ", notes));
                }
            }
        }

        await context.Response.Body.WriteAsync(docx.Finish(), context.RequestAborted);
    }

    private static async Task SendSheetAsync(HttpContext context, Store store, Labels labels, TimeProvider time)
    {
        Begin(context, ExportFormat.Xlsx.MediaType(), ".xlsx");
        var cancel = context.RequestAborted;
        using var book = await XlsxWriter.CreateAsync(context.Response.Body, time.GetUtcNow(), cancel);
        using (var sheet = book.BeginSheet(DraftingWords.Drafts_Title, s_layout))
        {
            await sheet.WriteRowAsync([DraftingWords.Column_Priority, DraftingWords.Column_Text, DraftingWords.Column_Source, DraftingWords.Column_Targets, DraftingWords.Column_Cluster], cancel);
            foreach (var (priority, drafts) in await AgreedAsync(store, context.Access(), cancel))
            {
                foreach (var row in drafts)
                {
                    await sheet.WriteRowAsync([priority?.Priority.Title ?? "", row.Draft.Text, DraftingText.Source(row.Newest) ?? "", DraftingText.Targets(row.Newest, labels) ?? "", row.Cluster ?? ""], cancel);
                }
            }

            await sheet.EndAsync(cancel);
        }

        await book.FinishAsync(cancel);
    }

    private static void Begin(HttpContext context, string type, string ending)
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{context.Access().Slug}-recommendations{ending}\"";
    }

    private static async Task<IReadOnlyList<(PriorityRow? Priority, IReadOnlyList<DraftRow> Drafts)>> AgreedAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        var agreed = (await DraftRows.ListAsync(store, access, cancel)).Where(d => d.Draft.State == DraftRecommendation.Ready).ToList();
        var priorities = (await Priorities.ListAsync(store, access, cancel)).ToDictionary(p => p.Priority.Id);
        return [.. agreed.GroupBy(d => d.Draft.PriorityId is { } id ? priorities.GetValueOrDefault(id) : null).Select(g => (g.Key, (IReadOnlyList<DraftRow>)[.. g]))];
    }
}
