using Microsoft.AspNetCore.Mvc;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One person: what they do, their role, and leaving.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/people/1")]
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/people/1", Method = "POST")]
public sealed class PersonModel(Rooms rooms) : CoalitionForm(rooms)
{
    public PersonRow Person { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>Whether this reader decides who reads the reprisal log.</summary>
    public bool MayOpenLog { get; private set; }

    public InvitationKeys? Invitation { get; private set; }

    /// <summary>What nobody could open any more if this person left; nothing for others than themselves.</summary>
    public LockedIn LockedIn { get; private set; } = new([], []);

    public bool IsMe => Person.Id == Access.MemberId;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        var people = await People.ListAsync(Store, Access, cancel);
        if (people.FirstOrDefault(p => p.Id == id) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        LockedIn = IsMe ? await LockedIn.ReadAsync(Store, Access, cancel) : LockedIn;
        Organisations = await OrganisationChoicesAsync(cancel);
        MayOpenLog = person.LeftAt is null && person.Role > CoalitionRole.Guest
            && (Access.ReadsReprisals || (Access.Is(CoalitionRole.Secretariat) && !people.Any(p => p is { ReadsReprisals: true, HasAccount: true, LeftAt: null })));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Task<IActionResult> Again() => OnGetAsync(id, cancel);
        if (!IsProved)
        {
            return await AskForProofAsync(Again);
        }

        switch (Act)
        {
            case "change":
                return await AnswerAsync(await People.ChangeAsync(Rooms, Access, id, new PersonWish(Text("name"), Text("role"), Number("organisation"), Text("task")), cancel), $"/people/{id}", "saved", Again);
            case "open-log" or "close-log":
                return await AnswerAsync(await People.SetReaderAsync(Rooms, Access, id, Act == "open-log", cancel), $"/people/{id}", "saved", Again);
            case "leave":
                var outcome = await People.LeaveAsync(Rooms, Access, id, cancel);
                return outcome.IsDone && id == Access.MemberId ? SeeOther("/coalitions?done=left") : await AnswerAsync(outcome, $"/people/{id}", "left", Again);
            case "invite":
                (outcome, Invitation) = await Inviting.AgainAsync(Rooms, Access, id, cancel);
                return outcome.Refused == Refusal.Absent ? NotFound() : outcome.IsDone ? await Again() : await FailAsync(outcome, Again);
            default:
                return NotFound();
        }
    }
}
