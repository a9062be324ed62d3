using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One meeting: agenda, minutes, decisions, who was there, who has seen the minutes.</summary>
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/meetings/1")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/meetings/1", Method = "POST")]
public sealed class MeetingShowModel(Rooms rooms) : CoalitionForm(rooms)
{
    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<GuestRow> Guests { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Meetings.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        MayChange = Access.Is(CoalitionRole.Editor) || (Access.Is(CoalitionRole.Contributor) && view.Meeting.AuthorId == Access.MemberId);
        Guests = Access.Is(CoalitionRole.Editor) ? await Sharing.ListAsync(Store, Access, Meetings.Thing, id, cancel) : [];
        People = MayChange ? await PersonChoicesAsync(cancel) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "seen" => await Meetings.SeenAsync(Rooms, Access, id, cancel),
            "circulate" => await Meetings.CirculateAsync(Rooms, Access, id, cancel),
            "attendance" => await Meetings.SetAttendanceAsync(Rooms, Access, id, Attendance(), cancel),
            "decide" => await Decisions.AddAsync(Rooms, Access, id, Text("decision"), Number("owner"), Text("due"), cancel),
            "done" or "undone" => await Decisions.SetDoneAsync(Rooms, Access, Number("number") ?? 0, Act == "done", cancel, id),
            "share" or "unshare" => await Sharing.SetAsync(Rooms, Access, Meetings.Thing, id, Number("guest") ?? 0, Act == "share", cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, $"/meetings/{id}", Act == "circulate" ? "circulated" : "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }

    /// <summary>Fields named by the person's number, such as at-7.</summary>
    private Dictionary<long, string> Attendance()
    {
        var kinds = new Dictionary<long, string>();
        foreach (var name in Request.Form.Keys.Where(k => k.StartsWith("at-", StringComparison.Ordinal)))
        {
            if (long.TryParse(name.AsSpan(3), out var member) && Text(name) is { Length: > 0 } kind)
            {
                kinds[member] = kind;
            }
        }

        return kinds;
    }
}
