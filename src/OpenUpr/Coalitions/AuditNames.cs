using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What an entry's thing is called for the person who reads the log.</summary>
/// <param name="Name">Null for what has no name, is gone, or is not for this person; a sealed case is never named.</param>
/// <param name="PageId">The number in the address of the page that shows it: a decision's meeting, a file's case; terms: their version; 0 for none.</param>
public sealed record AuditName(string? Name, long PageId);

/// <summary>
/// Names for the log: of things that the reader may see, by the rule of private rows, and never of what is sealed or of content. The log
/// itself holds numbers alone.
/// </summary>
public static class AuditNames
{
    private delegate IQueryable<Named> Finder(OpenUprDb db, long[] ids);

    private static readonly Dictionary<string, Finder> s_finders = new(StringComparer.Ordinal)
    {
        ["member"] = (db, ids) => db.Members.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.Name, m.Id)),
        ["organisation"] = (db, ids) => db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new Named(o.Id, o.Name, o.Id)),
        ["cluster"] = (db, ids) => db.Clusters.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, c.Name, c.Id)),
        ["meeting"] = (db, ids) => db.Meetings.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.Title, m.Id)),
        ["decision"] = (db, ids) => db.Decisions.Where(d => ids.Contains(d.Id)).Join(db.Meetings, d => d.MeetingId, m => m.Id, (d, m) => new Named(d.Id, m.Title, m.Id)),
        ["terms"] = (db, ids) => db.Terms.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, null, t.Number)),
        ["training"] = (db, ids) => db.Trainings.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, t.Title, t.Id)),
        ["plan-task"] = (db, ids) => db.PlanTasks.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, t.Title, t.Id)),
        ["press"] = (db, ids) => db.PressTexts.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, t.Title, t.Id)),
        ["draft"] = (db, ids) => db.DraftRecommendations.Where(d => ids.Contains(d.Id)).Select(d => new Named(d.Id, d.Issue, d.Id)),
        ["priority"] = (db, ids) => db.DraftPriorities.Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, p.Title, p.Id)),
        ["studio"] = (db, ids) => db.StudioDocuments.Where(d => ids.Contains(d.Id)).Select(d => new Named(d.Id, d.Title, d.Id)),
        ["matrix"] = (db, ids) => db.MatrixSheets.Where(s => ids.Contains(s.Id)).Select(s => new Named(s.Id, s.Title, s.Id)),
        ["follow-up"] = (db, ids) => db.FollowedReviews.Where(f => ids.Contains(f.Id)).Select(f => new Named(f.Id, f.State + " " + f.Session, f.Id)),
        ["action"] = (db, ids) => db.PlannedActions.Where(a => ids.Contains(a.Id)).Select(a => new Named(a.Id, "A" + a.Number, a.FollowId)),
        ["action-version"] = (db, ids) => db.ActionVersions.Where(v => ids.Contains(v.Id)).Select(v => new Named(v.Id, v.Title, v.Id)),
        ["assessment"] = (db, ids) => db.Assessments.Where(a => ids.Contains(a.Id)).Join(db.FollowedRecommendations, a => a.RowId, r => r.Id, (a, r) => new Named(a.Id, r.Number, a.FollowId)),
        ["round"] = (db, ids) => db.AssessmentRounds.Where(r => ids.Contains(r.Id)).Select(r => new Named(r.Id, "" + r.Year, r.FollowId)),
        ["report"] = (db, ids) => db.FollowReports.Where(r => ids.Contains(r.Id)).Join(db.StudioDocuments, r => r.DocumentId, d => d.Id, (r, d) => new Named(r.Id, d.Title, r.FollowId)),
        ["report-version"] = (db, ids) => db.ReportVersions.Where(v => ids.Contains(v.Id)).Select(v => new Named(v.Id, v.Title, v.Id)),
        ["contact"] = (db, ids) => db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, null, c.Id)),
        ["event"] = (db, ids) => db.CoalitionEvents.Where(e => ids.Contains(e.Id)).Select(e => new Named(e.Id, e.Title, e.Id)),
        ["consultation"] = (db, ids) => db.Consultations.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, c.Title, c.Id)),
        ["drop-box"] = (db, ids) => db.DropBoxes.Where(b => ids.Contains(b.Id)).Select(b => new Named(b.Id, b.Name, b.Id)),
        ["secretariat-term"] = (db, ids) => db.SecretariatTerms.Where(t => ids.Contains(t.Id)).Join(db.Organisations, t => t.OrganisationId, o => o.Id, (t, o) => new Named(t.Id, o.Name, t.Id)),
        ["evidence-case"] = (db, ids) => db.EvidenceCases.Where(c => ids.Contains(c.Id) && c.ShreddedAt == null).Select(c => new Named(c.Id, c.IsSealed ? null : c.Alias, c.Id)),
        ["evidence-file"] = (db, ids) => db.EvidenceFiles.Where(f => ids.Contains(f.Id))
            .Join(db.EvidenceCases.Where(c => c.ShreddedAt == null), f => f.CaseId, c => c.Id, (f, c) => new Named(f.Id, c.IsSealed ? null : c.Alias, c.Id)),
    };

    /// <summary>The kind of a thing; shares name the table instead.</summary>
    public static string KindOf(string thing) => thing switch
    {
        TermsBook.Thing => "terms",
        Meetings.Thing => "meeting",
        FollowUp.Actions.ActionVersions.Thing => "action-version",
        FollowUp.Reports.ReportVersions.Thing => "report-version",
        _ => thing,
    };

    /// <summary>The names of the things of these entries, as far as there are any; one query for each kind of thing.</summary>
    public static async Task<IReadOnlyDictionary<(string Kind, long Id), AuditName>> FindAsync(Store store, CoalitionAccess access, IEnumerable<AuditRow> rows, CancellationToken cancel)
    {
        var names = new Dictionary<(string, long), AuditName>();
        await using var db = store.Open(access);
        foreach (var kind in rows.Where(r => r.ThingId is > 0).GroupBy(r => KindOf(r.Thing), r => r.ThingId!.Value))
        {
            if (s_finders.TryGetValue(kind.Key, out var find))
            {
                foreach (var found in await find(db, [.. kind.Distinct()]).ToListAsync(cancel))
                {
                    names[(kind.Key, found.Id)] = new AuditName(string.IsNullOrWhiteSpace(found.Name) ? null : found.Name, found.PageId);
                }
            }
        }

        return names;
    }

    private sealed record Named(long Id, string? Name, long PageId);
}
