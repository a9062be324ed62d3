using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Monitoring;

/// <summary>What an assessment rests on, as its reader may see it.</summary>
/// <param name="Alias">A case's name; null for any other kind.</param>
public sealed record EvidenceLine(AssessmentEvidence Evidence, string? Alias);

/// <summary>An assessment as people read it.</summary>
/// <param name="Organisation">Null for the coalition as a whole.</param>
/// <param name="IsStanding">The newest of its organisation; earlier ones are its history.</param>
public sealed record AssessmentRow(Assessment Assessment, string? Organisation, string? Author, string? Confirmer, IReadOnlyList<EvidenceLine> Evidence, bool IsStanding)
{
    public bool IsConfirmed => Assessment.ConfirmedAt is not null;

    public string Light => ValueScale.Find(Assessment.Value)?.Light ?? "none";
}

/// <summary>A recommendation with all that was said about it.</summary>
/// <param name="All">The newest first.</param>
public sealed record MonitoredRow(FollowedRow Row, IReadOnlyList<AssessmentRow> All)
{
    /// <summary>The newest of each organisation.</summary>
    public IReadOnlyList<AssessmentRow> Standing { get; } = [.. All.Where(a => a.IsStanding)];

    /// <summary>Organisations say different things: it is shown and never averaged away.</summary>
    public bool IsDisputed => Standing.Select(a => a.Assessment.Value).Distinct().Count() > 1;

    public bool IsRegression => Standing.Any(a => a.Assessment.Regression is not null);

    /// <summary>green, amber, red or none; "mixed" where organisations disagree on the light.</summary>
    public string Light => Standing.Select(a => a.Light).Distinct().ToList() switch { [] => "none", [var one] => one, _ => "mixed" };

    public IndexValue Index => ImplementationIndex.Of(Standing.Select(a => a.Assessment.Value));
}

/// <summary>A round with how far it is.</summary>
/// <param name="Done">Recommendations that have an assessment of this round.</param>
public sealed record RoundLine(AssessmentRound Round, int Done, int All);

/// <summary>A followed review with everything that was assessed in it.</summary>
public sealed record MonitoringView(FollowView Follow, IReadOnlyList<MonitoredRow> Rows, IReadOnlyList<RoundLine> Rounds)
{
    /// <summary>The round that runs; null for none.</summary>
    public RoundLine? Running => Rounds.FirstOrDefault(r => r.Round.ClosedAt is null);

    /// <summary>UPR Info's index over all standing judgements of some rows.</summary>
    public static IndexValue IndexOf(IEnumerable<MonitoredRow> rows) => ImplementationIndex.Of(rows.SelectMany(r => r.Standing).Select(a => a.Assessment.Value));

    /// <summary>The same with some judgements alone; of each organisation the newest of these stands.</summary>
    public MonitoringView Where(Func<AssessmentRow, bool> counts) => this with { Rows = [.. Rows.Select(r => new MonitoredRow(r.Row, Standing(r.All.Where(counts))))] };

    private static IReadOnlyList<AssessmentRow> Standing(IEnumerable<AssessmentRow> rows)
    {
        // Ids begin at 1: 0 stands for the coalition as a whole.
        var seen = new HashSet<long>();
        return [.. rows.Select(a => a with { IsStanding = seen.Add(a.Assessment.OrganisationId ?? 0) })];
    }

    /// <summary>Whether the running round still asks for this recommendation.</summary>
    public bool IsDue(MonitoredRow row) => Running is { } running && row.All.All(a => a.Assessment.RoundId != running.Round.Id);
}

/// <summary>Assessments as the coalition reads them.</summary>
public static class AssessmentRows
{
    public static async Task<MonitoringView> ReadAsync(Store store, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var id = follow.Review.Id;
        var names = await TaskRows.NamesAsync(db, cancel);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var assessments = await db.Assessments.AsNoTracking().Where(a => a.FollowId == id).OrderByDescending(a => a.Id).ToListAsync(cancel);
        var evidence = (await (from e in db.AssessmentEvidence.AsNoTracking() join a in db.Assessments on e.AssessmentId equals a.Id where a.FollowId == id orderby e.Id select e).ToListAsync(cancel)).ToLookup(e => e.AssessmentId);
        var cases = (await (from c in db.EvidenceCases.AsNoTracking() where !c.IsSealed && c.ShreddedAt == null && c.TrashedAt == null && db.AssessmentEvidence.Any(e => e.CaseId == c.Id) select new { c.Id, c.Alias }).ToListAsync(cancel)).ToDictionary(c => c.Id, c => c.Alias);
        var rounds = await db.AssessmentRounds.AsNoTracking().Where(r => r.FollowId == id).OrderByDescending(r => r.Year).ToListAsync(cancel);
        string? Name(long? member) => member is { } known ? names.GetValueOrDefault(known) : null;
        var standing = assessments.GroupBy(a => (a.RowId, a.OrganisationId)).Select(g => g.First().Id).ToHashSet();
        var said = assessments.Select(a => new AssessmentRow(
            a, a.OrganisationId is { } of ? organisations.GetValueOrDefault(of) : null, Name(a.AuthorId), Name(a.ConfirmedById),
            [.. evidence[a.Id].Where(e => e.CaseId is not { } which || cases.ContainsKey(which)).Select(e => new EvidenceLine(e, e.CaseId is { } which ? cases[which] : null))], standing.Contains(a.Id))).ToLookup(a => a.Assessment.RowId);
        return new MonitoringView(
            follow, [.. follow.Rows.Select(r => new MonitoredRow(r, [.. said[r.Row.Id]]))],
            [.. rounds.Select(r => new RoundLine(r, assessments.Where(a => a.RoundId == r.Id).Select(a => a.RowId).Distinct().Count(), follow.Rows.Count))]);
    }
}
