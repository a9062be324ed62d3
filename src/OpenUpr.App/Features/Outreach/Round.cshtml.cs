using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Whom to thank: every State that recommended something in the newest review, with the people who can be written to.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/letters")]
public sealed class RoundModel(Rooms rooms, ContactIndex index) : CoalitionPage(rooms.Store)
{
    public LetterRound Round { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Round = await LetterRound.ReadAsync(rooms, Access, index, cancel);
}
