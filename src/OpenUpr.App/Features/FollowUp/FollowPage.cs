using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>A page of one followed review.</summary>
public abstract class FollowPage(Rooms rooms) : CoalitionForm(rooms)
{
    public static IReadOnlyList<string> Positions { get; } = ["supported", "partly", "noted", "pending"];

    /// <summary>From 3.5 years after a review on its recommending States are brought up to date and the next review is prepared (requirement M10).</summary>
    private const int PrepareMonths = 42;

    public FollowView View { get; private set; } = null!;

    public DateOnly Today => Rooms.Today;

    /// <summary>The day from which the next review is prepared; null where the session's day is not known.</summary>
    public DateOnly? PrepareFrom => Store.Reference.FindSession(View.Review.Session)?.Start?.AddMonths(PrepareMonths);

    public bool MayOrder => Access.Is(CoalitionRole.Editor) && View.IsOpen;

    public bool MayWrite => Access.Is(CoalitionRole.Contributor) && View.IsOpen;

    /// <summary>Clusters that work can be given to.</summary>
    public IReadOnlyList<Choice> ClusterChoices { get; private set; } = [];

    /// <summary>"Arvenia, session 38".</summary>
    public string Name => NameOf(View.Review.State, View.Review.Session);

    /// <summary>The address of the followed review, or of a page of it.</summary>
    public string Here(string tail = "") => Link(FormattableString.Invariant($"/follow-up/{View.Review.Id}{tail}"));

    public string NameOf(string state, int session) => Numbers.Fill(FollowUpWords.Review_Name, StateName(state), session);

    public string StateName(string code) => Store.Reference.FindState(code)?.Name(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? code;

    /// <summary>A position in a word; "not known" for none.</summary>
    public static string PositionWord(string? code) => code switch
    {
        "supported" => FollowUpWords.Position_supported,
        "partly" => FollowUpWords.Position_partly,
        "noted" => FollowUpWords.Position_noted,
        "pending" => FollowUpWords.Position_pending,
        _ => FollowUpWords.Position_none,
    };

    /// <returns>False where there is no such followed review for this person.</returns>
    protected async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await FollowRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        ClusterChoices = [.. (await Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return true;
    }
}
