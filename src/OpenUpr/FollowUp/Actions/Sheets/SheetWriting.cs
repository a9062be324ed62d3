using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>Writes what a plan says, inside of one transaction: all of it, or nothing where the matrix moved on meanwhile.</summary>
internal sealed class SheetWriting(Rooms rooms, CoalitionAccess access, OpenUprDb db, long followId, long? uploadId)
{
    private readonly string _client = Arrivals.Client(uploadId is { } id ? FormattableString.Invariant($"sheet{id}") : null);

    public async Task<Outcome> WriteAsync(SheetPlan plan, CancellationToken cancel)
    {
        var lines = plan.Lines.Where(l => l.Verdict != SheetActionVerdict.Same).ToList();
        var actions = await db.PlannedActions.Where(a => a.FollowId == followId).ToDictionaryAsync(a => a.Id, cancel);
        var seen = plan.Lines.Where(l => l.Action is not null).Select(l => l.Action!).ToList();
        var fresh = lines.Where(l => l.Action is null).ToList();
        var last = actions.Values.Select(a => a.Number).DefaultIfEmpty(0).Max();
        if (last + fresh.Count > ActionWriting.Most)
        {
            return Outcome.Not(Refusal.TooMany);
        }

        // Somebody wrote an action, or took the same file, since the plan was made.
        var texts = await ActionWriting.Newest(db, [.. actions.Keys]).Select(e => e.Text).ToListAsync(cancel);
        if (seen.Any(a => actions.GetValueOrDefault(a.Action.Id)?.Revision != a.Entry.Number) || (actions.Count != plan.Matrix && texts.Intersect(fresh.Select(l => l.Entry!.Text)).Any()))
        {
            return Outcome.Not(Refusal.Conflict);
        }

        var entryId = await IdsAsync(Counters.ActionEntries, lines.Count, cancel);
        var actionId = await IdsAsync(Counters.PlannedActions, fresh.Count, cancel);
        var linkId = await IdsAsync(Counters.ActionLinks, lines.Sum(l => l.Rows.Count), cancel);
        var indicatorId = await IdsAsync(Counters.ActionIndicators, lines.Sum(l => l.Indicators.Count), cancel);
        var reportId = await IdsAsync(Counters.ProgressReports, lines.Count(l => l.Progress is not null), cancel);
        foreach (var line in lines)
        {
            var action = line.Action is { } there ? actions[there.Action.Id] : new PlannedAction { Id = actionId++, CoalitionId = access.CoalitionId, FollowId = followId, Number = ++last };
            if (line.Action is null)
            {
                db.PlannedActions.Add(action);
            }

            if (line.Action is null || !ActionReading.Same(line.Entry!, line.Action.Entry))
            {
                Write(action, line.Entry!, entryId++);
            }

            db.ActionLinks.AddRange(line.Rows.Select(r => new ActionLink { Id = linkId++, CoalitionId = access.CoalitionId, ActionId = action.Id, RowId = r }));
            db.ActionIndicators.AddRange(line.Indicators.Take(Indicators.Most).Select(i => new ActionIndicator
            {
                Id = indicatorId++, CoalitionId = access.CoalitionId, ActionId = action.Id, Name = i.Name!, Baseline = Amount(i.Baseline), Target = Amount(i.Target), Source = i.Source, AuthorId = access.MemberId, Revision = 1,
            }));
            if (line.Progress is { } done)
            {
                db.ProgressReports.Add(new ProgressReport
                {
                    Id = reportId++, CoalitionId = access.CoalitionId, ActionId = action.Id, Done = done, State = line.Entry!.State == ActionEntry.Dropped ? null : line.Entry.State, Percent = line.Percent, Obstacles = line.Obstacles,
                    AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = _client,
                });
            }
        }

        return Outcome.Done(followId);
    }

    private void Write(PlannedAction action, ActionEntry entry, long id)
    {
        (entry.Id, entry.CoalitionId, entry.ActionId, entry.Number) = (id, access.CoalitionId, action.Id, ++action.Revision);
        (entry.AuthorId, entry.WrittenAt, entry.ClientId) = (access.MemberId, rooms.Time.GetUtcNow(), _client);
        db.ActionEntries.Add(entry);
    }

    private async Task<long> IdsAsync(string counter, int count, CancellationToken cancel) => count == 0 ? 0 : await db.TakeIdsAsync(counter, count, cancel);

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
