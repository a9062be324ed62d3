using Microsoft.EntityFrameworkCore;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Kinds of things that may be open when a secretariat hands over.</summary>
public enum OpenKind
{
    Decision,
    MinutesMissing,
    MinutesNotSent,
    InvitationWaiting,
    TermsNotAccepted,
    NewTermsNotAccepted,
    CaseInInbox,
    ClusterWithoutLead,
    GrantEnding,
    AbsentGroup,
    FollowUp,
    Promise,
    TaskOverdue,
    DraftOpen,
    DocumentOpen,
}

/// <summary>Something that is open.</summary>
/// <param name="What">A title or a name as the coalition wrote it, or the code of a step of the plan; null for a former member or a number alone.</param>
/// <param name="Count">How many, where things are counted only.</param>
/// <param name="Path">Where it stands, inside the room.</param>
public sealed record OpenThing(OpenKind Kind, string? What, string? Who, DateOnly? DueOn, int Count, string Path);

/// <summary>Everything that is open in the room, as far as this person may see: what a hand-over must list (requirement D4).</summary>
public static class OpenThings
{
    /// <summary>Days before its end from which a grant is listed.</summary>
    private const int GrantWarning = 120;

    public static async Task<IReadOnlyList<OpenThing>> ListAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var things = new List<OpenThing>();
        things.AddRange((await Decisions.OpenAsync(rooms.Store, access, cancel)).Select(d => new OpenThing(OpenKind.Decision, d.Decision.Text, d.Owner, d.Decision.DueOn, 1, $"/meetings/{d.Decision.MeetingId}")));
        things.AddRange(await MeetingsAsync(db, rooms, cancel));
        things.AddRange(await PeopleAsync(rooms, access, db, cancel));
        var inbox = await db.EvidenceCases.CountAsync(c => c.State == EvidenceCase.Inbox && c.TrashedAt == null, cancel);
        if (inbox > 0)
        {
            things.Add(new OpenThing(OpenKind.CaseInInbox, null, null, null, inbox, "/evidence"));
        }

        things.AddRange((await db.Clusters.Where(c => c.EndedAt == null && c.LeadId == null).ToListAsync(cancel)).Select(c => new OpenThing(OpenKind.ClusterWithoutLead, c.Name, null, null, 1, $"/clusters/{c.Id}")));
        var (today, soon) = (rooms.Today, rooms.Today.AddDays(GrantWarning));
        things.AddRange((await db.Grants.Where(g => g.To != null && g.To >= today && g.To <= soon).ToListAsync(cancel)).Select(g => new OpenThing(OpenKind.GrantEnding, g.Donor, null, g.To, 1, "/funding")));
        things.AddRange((await db.AbsentGroups.Where(a => a.SettledOn == null).ToListAsync(cancel)).Select(a => new OpenThing(OpenKind.AbsentGroup, a.Name, null, null, 1, "/absent")));
        things.AddRange(await ContactsAsync(db, today, cancel));
        things.AddRange(await TasksAsync(db, today, cancel));
        things.AddRange(await WritingAsync(db, cancel));
        return things;
    }

    /// <summary>Counted only: what is open is written down at a hand-over, and names of contacts are written nowhere in the clear.</summary>
    private static async Task<IEnumerable<OpenThing>> ContactsAsync(OpenUprDb db, DateOnly today, CancellationToken cancel)
    {
        var open = db.ContactEvents.Where(e => e.SettledOn == null && db.Contacts.Any(c => c.Id == e.ContactId && !c.DoNotContact && c.LeftOn == null));
        var (late, promised) = (await open.CountAsync(e => e.FollowUpOn <= today, cancel), await open.CountAsync(e => e.Kind == ContactEvent.Promised, cancel));
        return new[] { new OpenThing(OpenKind.FollowUp, null, null, null, late, "/contacts?view=follow-up"), new OpenThing(OpenKind.Promise, null, null, null, promised, "/contacts?view=promised") }.Where(t => t.Count > 0);
    }

    private static async Task<IEnumerable<OpenThing>> TasksAsync(OpenUprDb db, DateOnly today, CancellationToken cancel)
    {
        var late = await db.PlanTasks.AsNoTracking().Where(t => (t.State == PlanTask.Open || t.State == PlanTask.Started) && t.To < today && db.ReviewPlans.Any(p => p.Id == t.PlanId && p.ClosedAt == null))
            .Select(t => new { t.Id, t.Title, t.Step, t.To, Owner = db.Members.Where(m => m.Id == t.OwnerId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(cancel);
        return late.OrderBy(t => t.To).Select(t => new OpenThing(OpenKind.TaskOverdue, t.Title ?? t.Step, t.Owner, t.To, 1, $"/plan/tasks/{t.Id}"));
    }

    /// <summary>Drafts are counted; documents that are not through are named, one a line.</summary>
    private static async Task<IEnumerable<OpenThing>> WritingAsync(OpenUprDb db, CancellationToken cancel)
    {
        string[] through = [StudioDocument.Summarised, StudioDocument.Dropped];
        var drafts = await db.DraftRecommendations.CountAsync(d => d.State != DraftRecommendation.Ready && d.State != DraftRecommendation.Dropped, cancel);
        var documents = await db.StudioDocuments.Where(d => !d.IsTemplate && !through.Contains(d.Stage)).OrderBy(d => d.Id).Select(d => new { d.Id, d.Title, d.Kind, d.Stage }).ToListAsync(cancel);
        return documents.Where(d => StudioSteps.IsTracked(d.Kind) || StudioSteps.IsOpen(d.Stage)).Select(d => new OpenThing(OpenKind.DocumentOpen, d.Title, null, null, 1, $"/studio/{d.Id}"))
            .Concat(drafts == 0 ? [] : [new OpenThing(OpenKind.DraftOpen, null, null, null, drafts, "/drafts")]);
    }

    private static async Task<IEnumerable<OpenThing>> MeetingsAsync(OpenUprDb db, Rooms rooms, CancellationToken cancel)
    {
        var now = rooms.Time.GetUtcNow();
        var meetings = (await db.Meetings.Where(m => m.CirculatedAt == null).Select(m => new { m.Id, m.Title, m.StartsAt, Has = m.Minutes != null }).ToListAsync(cancel)).Where(m => m.StartsAt < now);
        return meetings.Select(m => new OpenThing(m.Has ? OpenKind.MinutesNotSent : OpenKind.MinutesMissing, m.Title, null, null, 1, $"/meetings/{m.Id}"));
    }

    private static async Task<IEnumerable<OpenThing>> PeopleAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, CancellationToken cancel)
    {
        var newest = await db.Terms.MaxAsync(t => (int?)t.Number, cancel);
        return from person in await People.ListAsync(rooms.Store, access, cancel)
               where person.LeftAt is null && (person.IsWaiting || (person.Role > CoalitionRole.Guest && person.TermsNumber < newest))
               let kind = !person.HasAccount ? OpenKind.InvitationWaiting : person.TermsNumber is null ? OpenKind.TermsNotAccepted : OpenKind.NewTermsNotAccepted
               select new OpenThing(kind, person.Name, null, null, 1, kind == OpenKind.NewTermsNotAccepted ? "/people" : $"/people/{person.Id}");
    }
}
