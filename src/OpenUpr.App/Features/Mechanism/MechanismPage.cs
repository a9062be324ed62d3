using System.Globalization;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Mechanism;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>A page of who answers for what in a followed review.</summary>
public abstract class MechanismPage(Rooms rooms) : FollowPage(rooms)
{
    public MechanismView Mechanism { get; private set; } = null!;

    /// <summary>The word of a code, such as Show and late; the code itself where there is none.</summary>
    public static string Word(string kind, string code) => MechanismWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>Where the rows behind a number stand.</summary>
    public string RowsOf(string show, string? body) => Here($"/mechanism/rows?show={show}{(body is null ? "" : "&body=" + Uri.EscapeDataString(body))}");

    protected async Task<bool> LoadMechanismAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return false;
        }

        Mechanism = await MechanismRows.ReadAsync(Rooms, Access, View, cancel);
        return true;
    }
}
