using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A report that is begun, as typed.</summary>
/// <param name="Kind">mid-term-report or annual-assessment.</param>
/// <param name="Mode">One of <see cref="ReportModes"/>.</param>
/// <param name="Scope">One of <see cref="ReportScopes"/>; a report of the State is on all.</param>
/// <param name="Language">en, fr or es.</param>
/// <param name="Client">The form's own number: what is sent twice begins one report.</param>
public sealed record ReportWish(string? Kind, string? Mode, string? Scope, string? Language)
{
    public string? Title { get; init; }

    public IReadOnlyList<string> Issues { get; init; } = [];

    public long? ClusterId { get; init; }

    public long? RoundId { get; init; }

    public string? Client { get; init; }
}

/// <summary>Reports of a followed review are begun here; their text is written in the drafting studio.</summary>
public static class Reports
{
    internal const string Thing = "report";

    /// <summary>Reports of one followed review.</summary>
    public const int Most = 40;

    /// <summary>Begins a report with its document in the studio, filled from the followed review.</summary>
    public static async Task<Outcome> BeginAsync(Rooms rooms, CoalitionAccess access, FollowView follow, ReportWish wish, CancellationToken cancel)
    {
        var fields = new Fields();
        var report = Read(fields, access, follow, wish);
        var language = fields.OneOf("language", wish.Language, [.. StudioOutlines.Languages]);
        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        (report.AuthorId, report.BegunAt) = (access.MemberId, rooms.Time.GetUtcNow());
        var data = await ReportGathering.ReadAsync(rooms.Store, access, follow, report, cancel);
        await using var read = rooms.Store.Open(access);
        var organisations = await read.Organisations.AsNoTracking().Where(o => o.LeftOn == null).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel);
        var sections = ReportFilling.Of(data, language, organisations, code => ReportSources.NameOf(rooms.Store, code, language));
        return await rooms.WriteAsync(access, CoalitionRole.Contributor, "report.begin", Thing, async db =>
        {
            if ((await ActionWriting.WrongAsync(db, follow.Review.Id, cancel) ?? await StrangerAsync(db, report, cancel)) is { } no)
            {
                return no;
            }

            var client = Arrivals.Client(wish.Client);
            if (await SentAsync(db, access, client, cancel) is { } sent)
            {
                return Outcome.Done(sent);
            }

            if (data.Rows.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "scope");
            }

            if (sections.Count > Studio.MostSections || await db.StudioDocuments.CountAsync(cancel) >= Studio.Most || await db.FollowReports.CountAsync(r => r.FollowId == follow.Review.Id, cancel) >= Most)
            {
                return Outcome.Not(Refusal.TooMany, "title");
            }

            var typed = new Fields();
            var document = new StudioDocument
            {
                CoalitionId = access.CoalitionId, Kind = report.Kind, Language = language, Title = typed.Optional("title", wish.Title) ?? TitleOf(rooms.Store, data, language), PlanId = follow.Review.PlanId,
                Stage = StudioDocument.Writing, AuthorId = access.MemberId, ChangedAt = rooms.Time.GetUtcNow(), Revision = 1,
            };
            if (typed.Wrong is { } tooLong)
            {
                return tooLong;
            }

            report.DocumentId = (await Studio.AddAsync(db, document, sections, client, cancel)).Id;
            report.Id = await db.TakeIdsAsync(Counters.FollowReports, 1, cancel);
            db.FollowReports.Add(report);
            return Outcome.Done(report.Id);
        }, cancel);
    }

    private static FollowReport Read(Fields fields, CoalitionAccess access, FollowView follow, ReportWish wish)
    {
        var known = follow.Rows.SelectMany(r => r.Issues).ToHashSet();
        var issues = wish.Issues.Where(known.Contains).Distinct().ToList();
        var report = new FollowReport
        {
            CoalitionId = access.CoalitionId, FollowId = follow.Review.Id, Kind = fields.OneOf("kind", wish.Kind, [StudioKinds.MidTermReport, StudioKinds.AnnualAssessment]), Mode = fields.OneOf("mode", wish.Mode, [.. ReportModes.All]),
            Scope = wish.Mode == ReportModes.State ? ReportScopes.All : fields.OneOf("scope", wish.Scope, [.. ReportScopes.Every]), Revision = 1,
        };
        report.Issues = report.Scope != ReportScopes.Issues ? null : issues.Count > 0 ? string.Join('\n', issues) : fields.Refuse<string?>(Refusal.Empty, "issues", null);
        report.ScopeClusterId = report.Scope != ReportScopes.Cluster ? null : wish.ClusterId ?? fields.Refuse<long?>(Refusal.Empty, "cluster", null);
        report.RoundId = report.Kind == StudioKinds.AnnualAssessment ? wish.RoundId : null;
        return report;
    }

    /// <summary>Refused where the cluster or the round is not the coalition's; null where all is well.</summary>
    private static async Task<Outcome?> StrangerAsync(OpenUprDb db, FollowReport report, CancellationToken cancel) =>
        report.ScopeClusterId is { } cluster && !await db.Clusters.AnyAsync(c => c.Id == cluster, cancel) ? Outcome.Not(Refusal.Unknown, "cluster")
        : report.RoundId is { } round && !await db.AssessmentRounds.AnyAsync(r => r.Id == round && r.FollowId == report.FollowId, cancel) ? Outcome.Not(Refusal.Unknown, "round") : null;

    /// <summary>The report whose form came before; null for none.</summary>
    private static Task<long?> SentAsync(OpenUprDb db, CoalitionAccess access, string client, CancellationToken cancel) => (
        from v in db.StudioVersions
        join s in db.StudioSections on v.SectionId equals s.Id
        join r in db.FollowReports on s.DocumentId equals r.DocumentId
        where v.ClientId == client && v.AuthorId == access.MemberId && v.Number == 1
        select (long?)r.Id).FirstOrDefaultAsync(cancel);

    private static string TitleOf(Store store, ReportData data, string language)
    {
        var words = new ReportWording(language);
        var title = words.Say("title-" + data.Kind, ReportSources.NameOf(store, data.State, language), data.Session);
        return data.Year is { } year ? words.Say("title-year", title, year.ToString(CultureInfo.InvariantCulture)) : title;
    }
}
