using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.App.Features.Actions;

/// <summary>Words of the implementation matrix on pages.</summary>
public static class ActionLabels
{
    /// <summary>The word of a code, such as State and begun; the code itself where there is none.</summary>
    public static string Of(string kind, string? code) => code is null ? "" : ActionWords.ResourceManager.GetString($"{kind}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>Whom a part of the matrix is for, in words: "Ministry of Justice", "Embassy of Nivalund".</summary>
    /// <param name="state">The name of a State by its code.</param>
    public static string Audience(ActionAudience audience, Func<string, string> state)
    {
        var (what, name) = ActionViews.Split(audience.Of);
        return (audience.Kind, what) switch
        {
            (ActionViews.Embassy, _) => Numbers.Fill(ActionWords.For_State, state(name)),
            (_, "goal") => Numbers.Fill(ActionWords.For_Goal, name),
            (_, "committee") => Numbers.Fill(ActionWords.For_Committee, name),
            (ActionViews.Parliament, null) => ActionWords.For_Budget,
            _ => name,
        };
    }
}
