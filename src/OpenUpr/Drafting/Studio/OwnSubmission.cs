using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>The coalition's submission to its review, as a paper for States refers to it (fact sheet 3, 3-4 months before the review; requirement H3).</summary>
/// <param name="Number">That the Office gave, such as "JS4"; null while it is not known.</param>
/// <param name="Paragraphs">Of the stakeholders' summary; null where it was not taken up, or that is not known.</param>
/// <param name="Symbol">Of the summary; null where it is not stored.</param>
internal sealed record OwnSubmission(string Title, string? Number, string? Paragraphs, string? Symbol)
{
    private static readonly string[] s_out = [StudioDocument.Sent, StudioDocument.Registered, StudioDocument.Complied, StudioDocument.Summarised];

    /// <summary>The newest that was sent, and that the person may see; null for none.</summary>
    public static async Task<OwnSubmission?> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var sent = await db.StudioDocuments.AsNoTracking().Where(d => !d.IsTemplate && s_out.Contains(d.Stage)).OrderByDescending(d => d.Id).Select(d => new { d.Id, d.Kind, d.Title, d.PlanId }).ToListAsync(cancel);
        if (sent.Find(d => StudioKinds.RulesOf(d.Kind)?.IsSubmission() == true) is not { } document)
        {
            return null;
        }

        var steps = await db.StudioSteps.AsNoTracking().Where(s => s.DocumentId == document.Id && s.Reference != null).OrderByDescending(s => s.Id).Select(s => new { s.After, s.Reference }).ToListAsync(cancel);
        var plan = await db.ReviewPlans.AsNoTracking().Where(p => p.Id == document.PlanId).Select(p => new { p.State, p.Session }).SingleOrDefaultAsync(cancel);
        var symbol = plan?.Session is not { } session ? null : await (
            from d in db.Documents.AsNoTracking()
            join r in db.Reviews on d.ReviewId equals r.Id
            where d.Kind == "summary" && r.Sur == plan.State && r.Session == session
            orderby d.Id
            select d.Symbol).FirstOrDefaultAsync(cancel);
        return new OwnSubmission(document.Title, steps.Find(s => s.After == StudioDocument.Registered)?.Reference, steps.Find(s => s.After == StudioDocument.Summarised)?.Reference, symbol);
    }
}
