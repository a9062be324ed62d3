using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Outcomes;

/// <summary>What to lobby for before the adoption, by the rule of a guide, each with the reasons for its rank.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/positions/lobby")]
public sealed class LobbyShowModel(Rooms rooms, LiveIndex live) : OutcomePage(rooms)
{
    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    public string Rule { get; private set; } = LobbyRules.Open;

    public IReadOnlyList<LobbyLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadBoardAsync(id, cancel))
        {
            return NotFound();
        }

        Filter = FollowFilter.Read(name => Request.Query[name]);
        Rule = LobbyRules.Codes.FirstOrDefault(r => r == Request.Query["rule"]) ?? LobbyRules.Open;
        Lines = await ReadAsync(Store, live.Current, Board, Rule, Filter, cancel);
        return Page();
    }

    /// <summary>The lines of a list; files have the same.</summary>
    internal static async Task<IReadOnlyList<LobbyLine>> ReadAsync(Storage.Store store, SearchIndex index, BoardView board, string rule, FollowFilter filter, CancellationToken cancel)
    {
        var finder = await ObligationFinder.OfAsync(store, index, board.View.Review.State, board.View.Review.Session, cancel);
        return LobbyList.Of(board, rule, r => (filter.Position is null || r.Position == filter.Position) && (filter with { Position = null }).Passes(r.Followed), r => finder.For(r.Followed));
    }

    /// <summary>A file's address with what was chosen.</summary>
    public string File(string ending) => Here("/lobby" + ending) + Query(Rule);

    /// <summary>The filter with another rule.</summary>
    public string Query(string rule) => (Filter.Query() is { Length: > 0 } query ? query + "&" : "?") + "rule=" + rule;

    /// <summary>A reason in words.</summary>
    public static string Reason(LobbyReason reason) => Shared.Numbers.Fill(Word("Reason", reason.Code), reason.About);
}
