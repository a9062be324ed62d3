using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's priorities and drafts, in every state of their way, with versions, steps and comments; written in the transaction of its plan.</summary>
internal sealed class DemoDrafts(OpenUprDb db, Rooms rooms, ReviewPlan plan, IReadOnlyDictionary<string, long> people)
{
    private readonly Dictionary<string, DraftPriority> _priorities = [];
    private readonly Dictionary<string, DraftRecommendation> _drafts = [];
    private Dictionary<string, long> _clusters = [];
    private Dictionary<(string Symbol, string Paragraph), long> _past = [];

    public async Task FillAsync(CancellationToken cancel)
    {
        var names = await db.Clusters.ToDictionaryAsync(c => c.Name, c => c.Id, cancel);
        _clusters = DemoCoalition.Rows("coalition-clusters").Where(r => names.ContainsKey(r["name"])).ToDictionary(r => r["key"], r => names[r["name"]]);
        _past = (await (
            from r in db.Recommendations
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            join p in db.Paragraphs on t.ParagraphId equals p.Id
            join d in db.Documents on p.DocumentId equals d.Id
            where v.Sur == plan.State && d.Symbol != null && p.Number != null
            select new { r.Id, Symbol = d.Symbol!, Number = p.Number! }).ToListAsync(cancel)).GroupBy(r => (r.Symbol, r.Number)).ToDictionary(g => g.Key, g => g.Min(r => r.Id));
        await PrioritiesAsync(cancel);
        await DraftsAsync(cancel);
        await MovesAsync(cancel);
        await CommentsAsync(cancel);
    }

    private static List<ReferenceTable> Rows(string name) => [.. DemoCoalition.Rows($"drafting-{name}")];

    private async Task PrioritiesAsync(CancellationToken cancel)
    {
        var (rows, links) = (Rows("priorities"), Rows("links"));
        var (id, link) = (await db.TakeIdsAsync(Counters.DraftPriorities, rows.Count, cancel), await db.TakeIdsAsync(Counters.PriorityLinks, links.Count, cancel));
        foreach (var row in rows)
        {
            _priorities[row["key"]] = new DraftPriority
            {
                Id = id++, CoalitionId = plan.CoalitionId, ClusterId = _clusters[row["cluster"]], PlanId = plan.Id, Issue = row["issue"], Title = row["title"], Why = row["why"], Place = _priorities.Count + 1, AuthorId = people[row["author"]], Revision = 1,
            };
        }

        db.DraftPriorities.AddRange(_priorities.Values);
        var cases = await db.EvidenceCases.ToDictionaryAsync(c => c.Alias, c => c.Id, cancel);
        var raised = await db.RaisedIssues.ToListAsync(cancel);
        foreach (var row in links)
        {
            var priority = _priorities[row["priority"]];
            var made = new PriorityLink
            {
                Id = link++, CoalitionId = plan.CoalitionId, ClusterId = priority.ClusterId, PriorityId = priority.Id, AuthorId = people[row["author"]], Note = row.Optional("note"),
                CaseId = row.Optional("case") is { } alias && cases.TryGetValue(alias, out var which) ? which : null, RecommendationId = Past(row),
                RaisedIssueId = row.Optional("raised") is { } begins ? raised.Find(r => r.Text.StartsWith(begins, StringComparison.Ordinal))?.Id : null,
            };
            if (made is not { CaseId: null, RecommendationId: null, RaisedIssueId: null })
            {
                db.PriorityLinks.Add(made);
            }
        }
    }

    private async Task DraftsAsync(CancellationToken cancel)
    {
        var (rows, versions) = (Rows("drafts"), Rows("versions"));
        var (id, version) = (await db.TakeIdsAsync(Counters.DraftRecommendations, rows.Count, cancel), await db.TakeIdsAsync(Counters.DraftVersions, versions.Count, cancel));
        foreach (var row in rows)
        {
            var own = versions.FindAll(v => v["draft"] == row["key"]);
            var priority = row.Optional("priority") is { } key ? _priorities[key] : null;
            var draft = new DraftRecommendation
            {
                Id = id++, CoalitionId = plan.CoalitionId, ClusterId = _clusters[row["cluster"]], PlanId = plan.Id, PriorityId = priority?.Id, Issue = row["issue"], Text = own[^1]["text"], Number = own.Count, AuthorId = people[row["author"]],
                State = row["state"], AgreedNumber = row.Number("agreed"), Place = _drafts.Values.Count(d => d.PriorityId == priority?.Id) + 1, ChangedAt = At(own[^1]), Revision = own.Count,
            };
            _drafts[row["key"]] = draft;
            db.DraftRecommendations.Add(draft);
            foreach (var (i, text) in own.Index())
            {
                db.DraftVersions.Add(new DraftVersion
                {
                    Id = version++, CoalitionId = plan.CoalitionId, ClusterId = draft.ClusterId, DraftId = draft.Id, Number = i + 1, Text = text["text"], SourceKind = text.Optional("source_kind"), Source = text.Optional("source"), RecommendationId = Past(text),
                    Targets = (text.Optional("targets") ?? "").Replace(';', '\n'), Note = text.Optional("note"), AuthorId = people[text["author"]], WrittenAt = At(text), ClientId = FormattableString.Invariant($"demo-{draft.Id}-{i + 1}"),
                });
            }
        }
    }

    private async Task MovesAsync(CancellationToken cancel)
    {
        var rows = Rows("moves");
        var id = await db.TakeIdsAsync(Counters.DraftMoves, rows.Count, cancel);
        db.DraftMoves.AddRange(rows.Select(row => new DraftMove
        {
            Id = id++, CoalitionId = plan.CoalitionId, ClusterId = _drafts[row["draft"]].ClusterId, DraftId = _drafts[row["draft"]].Id, Before = row["from"], After = row["to"], Number = row.Number("number")!.Value, Why = row["why"], Note = row.Optional("note"),
            AuthorId = people[row["author"]], At = At(row),
        }));
    }

    private async Task CommentsAsync(CancellationToken cancel)
    {
        var rows = Rows("comments");
        var id = await db.TakeIdsAsync(Counters.DraftComments, rows.Count, cancel);
        db.DraftComments.AddRange(rows.Select(row => new DraftComment
        {
            Id = id++, CoalitionId = plan.CoalitionId, ClusterId = _drafts[row["draft"]].ClusterId, DraftId = _drafts[row["draft"]].Id, Number = row.Number("number")!.Value, Text = row["text"], AuthorId = people[row["author"]], At = At(row),
            SettledAt = row.Optional("settled") is null ? null : At(row).AddDays(1), SettledById = row.Optional("settled") is { } who ? people[who] : null,
        }));
    }

    private long? Past(ReferenceTable row) => row.Optional("symbol") is { } symbol && _past.TryGetValue((symbol, row["paragraph"]), out var id) ? id : null;

    /// <summary>Days before the day of loading, in the afternoon.</summary>
    private DateTimeOffset At(ReferenceTable row) => new(rooms.Today.AddDays(row.Number("day")!.Value), new TimeOnly(14, 30), default);
}
