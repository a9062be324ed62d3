using Microsoft.EntityFrameworkCore;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>What one person put into the rooms of evidence, planning, outreach and follow-up, beside what <see cref="PersonTraces"/> knows of the coalition itself; as far as the reader sees it.</summary>
internal static class PersonWorks
{
    /// <summary>A thing as the database gives it; all kinds have this one shape, so that one question finds many.</summary>
    private sealed class Work
    {
        public required string Kind { get; init; }

        public required long Id { get; init; }

        /// <summary>The thing that it belongs to, where its address names one; otherwise 0.</summary>
        public required long Parent { get; init; }

        public required string Title { get; init; }

        /// <summary>The session or the number that goes with the title; otherwise 0.</summary>
        public required int Number { get; init; }
    }

    public static async Task<IReadOnlyList<Trace>> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        List<Work> works = [.. await Planning(db, id).ToListAsync(cancel), .. await Positions(db, id).ToListAsync(cancel), .. await Implementation(db, id).ToListAsync(cancel)];
        return works.ConvertAll(AsTrace);
    }

    /// <summary>Evidence, the cycle plan and outreach.</summary>
    private static IQueryable<Work> Planning(OpenUprDb db, long id) =>
        db.EvidenceCases.Where(c => c.ShreddedAt == null && (c.AuthorId == id || c.SafetyCheckedById == id || db.EvidenceFiles.Any(f => f.CaseId == c.Id && f.AuthorId == id)))
            .Select(c => new Work { Kind = "evidence", Id = c.Id, Parent = 0, Title = c.Alias, Number = 0 })
        .Concat(db.DropBoxes.Where(b => b.AuthorId == id).Select(b => new Work { Kind = "box", Id = b.Id, Parent = 0, Title = b.Name, Number = 0 }))
        .Concat(db.ReprisalEntries.Where(r => r.AuthorId == id).Select(r => new Work { Kind = "reprisal", Id = r.Id, Parent = 0, Title = "", Number = 0 }))
        .Concat(db.CoalitionEvents.Where(e => e.AuthorId == id).Select(e => new Work { Kind = "event", Id = e.Id, Parent = 0, Title = e.Title, Number = 0 }))
        .Concat(db.Consultations.Where(c => c.AuthorId == id).Select(c => new Work { Kind = "consultation", Id = c.Id, Parent = 0, Title = c.Title, Number = 0 }))
        .Concat(db.PressTexts.Where(t => t.AuthorId == id).Select(t => new Work { Kind = "press", Id = t.Id, Parent = 0, Title = t.Title, Number = 0 }))
        .Concat(db.ReviewPlans.Where(p => p.AuthorId == id).Select(p => new Work { Kind = "plan", Id = p.Id, Parent = 0, Title = p.State, Number = p.Session ?? 0 }))
        .Concat(db.DayBoards.Where(b => b.AuthorId == id || db.DayNotes.Any(n => n.BoardId == b.Id && n.AuthorId == id)).Select(b => new Work { Kind = "board", Id = b.Id, Parent = 0, Title = b.State, Number = b.Session }))
        .OrderBy(w => w.Kind).ThenBy(w => w.Id);

    /// <summary>What was taken up, and what goes on between the review and its adoption.</summary>
    private static IQueryable<Work> Positions(OpenUprDb db, long id) =>
        db.DraftRecommendations.Join(db.UptakeMatches.Where(m => m.AuthorId == id), d => d.Id, m => m.DraftId, (d, m) => new Work { Kind = "uptake", Id = d.Id, Parent = m.FollowId, Title = d.Issue ?? d.Text, Number = 0 }).Distinct()
        .Concat(db.FollowedReviews.Where(f => f.AuthorId == id || db.FollowedRecommendations.Any(r => r.FollowId == f.Id && (db.OutcomeEntries.Any(e => e.FollowedId == r.Id && e.AuthorId == id) || db.RecommendationTranslations.Any(t => t.FollowedId == r.Id && (t.AuthorId == id || t.CheckedById == id))))
                || db.LobbySteps.Any(s => s.FollowId == f.Id && s.AuthorId == id) || db.RecommendationObligations.Any(o => o.FollowId == f.Id && o.AuthorId == id) || db.DisseminationSteps.Any(s => s.FollowId == f.Id && s.AuthorId == id)
                || db.AdoptionDays.Any(a => a.FollowId == f.Id && a.AuthorId == id) || db.SettledPositions.Any(s => s.FollowId == f.Id && s.AuthorId == id))
            .Select(f => new Work { Kind = "follow-up", Id = f.Id, Parent = 0, Title = f.State, Number = f.Session }))
        .Concat(db.FollowedReviews.Where(f => db.MechanismRecords.Any(m => m.FollowId == f.Id && m.AuthorId == id) || db.ResponsibleBodies.Any(b => b.FollowId == f.Id && (b.AuthorId == id || b.MemberId == id)) || db.ReportGuests.Any(g => g.FollowId == f.Id && (g.AuthorId == id || g.MemberId == id)))
            .Select(f => new Work { Kind = "mechanism", Id = f.Id, Parent = 0, Title = f.State, Number = f.Session }))
        .OrderBy(w => w.Kind).ThenBy(w => w.Id);

    /// <summary>Actions, monitoring and reports.</summary>
    private static IQueryable<Work> Implementation(OpenUprDb db, long id) =>
        db.PlannedActions.Where(a => db.ActionEntries.Any(e => e.ActionId == a.Id && e.AuthorId == id)).Select(a => new Work { Kind = "action", Id = a.Id, Parent = a.FollowId, Title = "", Number = a.Number })
        .Concat(db.PlannedActions.Where(a => db.ProgressReports.Any(r => r.ActionId == a.Id && r.AuthorId == id)).Select(a => new Work { Kind = "progress", Id = a.Id, Parent = a.FollowId, Title = "", Number = a.Number }))
        .Concat(db.Assessments.Where(a => a.AuthorId == id || a.ConfirmedById == id).Join(db.FollowedRecommendations, a => a.RowId, r => r.Id, (a, r) => new Work { Kind = "assessment", Id = r.Id, Parent = r.FollowId, Title = r.Number ?? "", Number = 0 }))
        .Concat(db.FollowReports.Where(r => r.AuthorId == id || r.ReleasedById == id || db.ReportVersions.Any(v => v.ReportId == r.Id && v.AuthorId == id) || db.ReportAsks.Any(a => a.ReportId == r.Id && a.AuthorId == id)
                || db.ReportComments.Any(c => c.ReportId == r.Id && (c.AuthorId == id || c.AnsweredById == id)))
            .Join(db.StudioDocuments, r => r.DocumentId, d => d.Id, (r, d) => new Work { Kind = "report", Id = r.Id, Parent = r.FollowId, Title = d.Title, Number = 0 }))
        .Concat(db.ActionVersions.Where(v => db.ActionComments.Any(c => c.VersionId == v.Id && (c.AuthorId == id || c.AnsweredById == id))).Select(v => new Work { Kind = "action-comment", Id = v.Id, Parent = 0, Title = v.Title, Number = 0 }))
        .Concat(db.ActionVersions.Where(v => db.JointEntries.Any(e => e.VersionId == v.Id && (e.AuthorId == id || e.SettledById == id))).Select(v => new Work { Kind = "joint-action", Id = v.Id, Parent = 0, Title = v.Title, Number = 0 }))
        .OrderBy(w => w.Kind).ThenBy(w => w.Id);

    private static Trace AsTrace(Work work) => work.Kind switch
    {
        "evidence" => Wrote(work, work.Title, $"/evidence/{work.Id}"),
        "box" => Wrote(work, work.Title, $"/evidence/boxes"),
        "reprisal" => Wrote(work, $"{work.Id}", $"/reprisals/{work.Id}"),
        "event" => Wrote(work, work.Title, $"/events/{work.Id}"),
        "consultation" => Wrote(work, work.Title, $"/consultation/{work.Id}"),
        "press" => Wrote(work, work.Title, $"/press/{work.Id}"),
        "plan" => Wrote(work, Review(work), $"/plan?plan={work.Id}"),
        "board" => Wrote(work, Review(work), $"/review-day/{work.Id}"),
        "uptake" => Wrote(work, work.Title, $"/follow-up/{work.Parent}/uptake/{work.Id}"),
        "follow-up" => Wrote(work, Review(work), $"/follow-up/{work.Id}/positions"),
        "mechanism" => Wrote(work, Review(work), $"/follow-up/{work.Id}/mechanism"),
        "action" => Wrote(work, ActionPlans.CodeOf(work.Number), $"/follow-up/{work.Parent}/actions/{work.Id}"),
        "progress" => Wrote(work, ActionPlans.CodeOf(work.Number), $"/follow-up/{work.Parent}/mechanism/actions/{work.Id}"),
        "assessment" => Wrote(work, work.Title, $"/follow-up/{work.Parent}/monitoring/{work.Id}"),
        "report" => Wrote(work, work.Title, $"/follow-up/{work.Parent}/reports/{work.Id}"),
        "action-comment" or "joint-action" => Wrote(work, work.Title, $"/action-versions/{work.Id}"),
        _ => throw new InvalidOperationException($"No page is known for {work.Kind}."),
    };

    private static string Review(Work work) => work.Number == 0 ? work.Title : $"{work.Title} {work.Number}";

    private static Trace Wrote(Work work, string title, FormattableString path) => new(work.Kind, "wrote", title, FormattableString.Invariant(path));
}
