using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>The demonstration's coalition two years after the adoption: who does what, what was measured, a round of judgements with a disagreement and a step back, and a version that a guest comments on.</summary>
internal static class DemoChange
{
    public static async Task LoadAsync(Rooms rooms, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var byNumber = follow.Rows.Where(r => r.Row.Number is not null).ToLookup(r => r.Row.Number!, r => r.Row.Id);
        var actions = new List<long>();
        foreach (var row in DemoCoalition.Rows("actions").ToList())
        {
            var text = new ActionText(row["text"])
            {
                Ministry = row.Optional("ministry"), Actors = row.Optional("actors"), From = Day(rooms, row["from"]), To = Day(rooms, row["to"]), Targets = row.Optional("targets"), Plans = row.Optional("plans"), Assistance = row.Optional("assistance"),
                Law = row.Optional("law"), Budget = row.Optional("budget"), Committee = row.Optional("committee"), Note = row.Optional("note"), State = row["state"],
            };
            actions.Add((await ActionWriting.AddAsync(rooms, access, follow.Review.Id, text with { State = ActionEntry.Planned }, [.. row["numbers"].Split(';').SelectMany(n => byNumber[n])], null, cancel)).Id);
        }

        await MeasureAsync(rooms, access, actions, cancel);
        await ActionVersions.TakeAsync(rooms, access, follow, ActionVersion.Plan, "Plan of the coalition", null, cancel);
        await ChangeAsync(rooms, access, follow.Review.Id, actions, cancel);
        await ShareAsync(rooms, access, follow, cancel);
        await AssessAsync(rooms, access, follow, byNumber, cancel);
        await DemoMechanism.LoadAsync(rooms, access, follow, cancel);
    }

    private static async Task MeasureAsync(Rooms rooms, CoalitionAccess access, List<long> actions, CancellationToken cancel)
    {
        foreach (var row in DemoCoalition.Rows("action-indicators").ToList())
        {
            var action = actions[row.Number("action")!.Value - 1];
            await Indicators.SaveAsync(rooms, access, action, null, 0, new IndicatorWish(row["name"], row.Optional("unit"), row.Optional("baseline"), row.Optional("target"), row.Optional("source"), Day(rooms, row["due"]), row.Optional("sdg")), cancel);
            await using var db = rooms.Store.Open(access);
            var id = await db.ActionIndicators.Where(i => i.ActionId == action).MaxAsync(i => i.Id, cancel);
            foreach (var value in (row.Optional("values") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')))
            {
                await Indicators.MeasureAsync(rooms, access, action, id, Day(rooms, value[0]), value[1], value[2], cancel);
            }
        }
    }

    /// <summary>What became of the plan since it was kept: each action reached its state.</summary>
    private static async Task ChangeAsync(Rooms rooms, CoalitionAccess access, long followId, List<long> actions, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var entries = await db.ActionEntries.AsNoTracking().Where(e => actions.Contains(e.ActionId)).ToDictionaryAsync(e => e.ActionId, cancel);
        var states = DemoCoalition.Rows("actions").Select(r => r["state"]).ToList();
        await ActionWriting.SaveAsync(rooms, access, followId, [.. actions.Select((id, i) => new ActionChange(id, 1, ActionText.Of(entries[id]) with { State = states[i] }))], null, cancel);
    }

    private static async Task ShareAsync(Rooms rooms, CoalitionAccess access, FollowView follow, CancellationToken cancel)
    {
        var joint = await ActionVersions.TakeAsync(rooms, access, follow, ActionVersion.Joint, "Joint draft with the government", null, cancel);
        if (await ActionVersions.GuestsAsync(rooms.Store, access, joint.Id, cancel) is not [var guest, ..])
        {
            return;
        }

        await ActionVersions.ShareAsync(rooms, access, joint.Id, guest.MemberId, true, cancel);
        await ActionVersions.SetWriterAsync(rooms, access, joint.Id, guest.MemberId, true, cancel);
        if (await CoalitionAccess.ForMemberAsync(rooms.Store, access.CoalitionId, guest.MemberId, cancel) is { } them)
        {
            await ActionVersions.SayAsync(rooms, them, joint.Id, 1, ActionComment.Proposal, "Our justice ministry can send a drafter for two months. Add it under assistance?", null, cancel);
            await WriteJointlyAsync(rooms, access, them, joint.Id, cancel);
        }
    }

    /// <summary>Both sides write into the joint draft: the guest promises help and proposes a step, the coalition moves a date.</summary>
    private static async Task WriteJointlyAsync(Rooms rooms, CoalitionAccess access, CoalitionAccess guest, long version, CancellationToken cancel)
    {
        var draft = (await JointDrafts.ReadAsync(rooms.Store, guest, version, cancel))!;
        static JointWish Wish(PlanAction action, ActionText text, ActionPlan plan) =>
            new(text, JointReading.Written(plan, action), [.. action.Indicators.Select(IndicatorWish.Of)]);
        var (first, second) = (draft.Plan.Actions[0], draft.Plan.Actions[1]);
        await JointWriting.SaveAsync(rooms, guest, version, first.Number, 0, Wish(first, ActionText.Of(first) with { Assistance = "A drafter of the Ministry of Justice of Nivalund for two months" }, draft.Base), null, cancel);
        await JointWriting.SaveAsync(rooms, access, version, second.Number, 0, Wish(second, ActionText.Of(second) with { To = Day(rooms, "540") }, draft.Base), null, cancel);
        await JointWriting.SaveAsync(rooms, guest, version, null, 0, new JointWish(new ActionText("Exchange of judges of both countries, two weeks each year") { Ministry = "Ministry of Justice", State = ActionEntry.Planned }, JointReading.Written(draft.Base, first), []), null, cancel);
    }

    private static async Task AssessAsync(Rooms rooms, CoalitionAccess access, FollowView follow, ILookup<string, long> byNumber, CancellationToken cancel)
    {
        var id = follow.Review.Id;
        var before = await Rounds.BeginAsync(rooms, access, id, (rooms.Today.Year - 1).ToString(CultureInfo.InvariantCulture), Day(rooms, "-425"), Day(rooms, "-335"), cancel);
        await JudgeAsync(rooms, access, id, byNumber, "before", cancel);
        await Rounds.EndAsync(rooms, access, id, before.Id, cancel);
        await Rounds.BeginAsync(rooms, access, id, rooms.Today.Year.ToString(CultureInfo.InvariantCulture), Day(rooms, "-60"), Day(rooms, "30"), cancel);
        await JudgeAsync(rooms, access, id, byNumber, null, cancel);
    }

    private static async Task JudgeAsync(Rooms rooms, CoalitionAccess access, long id, ILookup<string, long> byNumber, string? round, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var organisations = DemoCoalition.Rows("coalition-organisations").Where(r => r["coalition"] == DemoCoalition.Slug).ToDictionary(r => r["key"], r => r["name"]);
        var members = DemoCoalition.Rows("coalition-people").Where(r => r["coalition"] == DemoCoalition.Slug).ToDictionary(r => r["key"], r => r["name"]);
        var (ids, people) = ((await db.Organisations.AsNoTracking().ToListAsync(cancel)).ToDictionary(o => o.Name, o => o.Id), await db.Members.AsNoTracking().ToListAsync(cancel));
        async Task<CoalitionAccess?> AsAsync(string key) => people.Find(p => p.Name == members[key]) is { } person ? await CoalitionAccess.ForMemberAsync(rooms.Store, access.CoalitionId, person.Id, cancel) : null;
        foreach (var row in DemoCoalition.Rows("assessments").Where(r => r.Optional("round") == round).ToList())
        {
            if (!byNumber[row["number"]].Any() || await AsAsync(row["person"]) is not { } author)
            {
                continue;
            }

            var wish = new AssessmentWish(byNumber[row["number"]].First(), row.Optional("organisation") is { } of ? ids.GetValueOrDefault(organisations[of]) : null, row["value"], row["explanation"], row.Optional("regression") is not null, row.Optional("regression"), row.Optional("effect"))
            {
                Evidence = new EvidenceWish(row["kind"], row["source"], null, null),
            };
            var made = await Assessments.AddAsync(rooms, author, id, wish, null, cancel);
            if (made.IsDone && row.Optional("confirmed") is { } second && await AsAsync(second) is { } confirmer)
            {
                await Assessments.ConfirmAsync(rooms, confirmer, id, made.Id, cancel);
            }
        }
    }

    private static string Day(Rooms rooms, string days) => rooms.Today.AddDays(int.Parse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
