using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Press;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Press;

/// <summary>Codes of press texts in words.</summary>
public static class PressLabels
{
    public static string Kind(string code) => PressWords.ResourceManager.GetString($"Kind_{code}", CultureInfo.CurrentUICulture) ?? code;

    /// <summary>Draft, draft with blanks, or who approved it and when.</summary>
    public static string State(PressVersion version) => version.Text is { State: PressText.Approved, ApprovedAt: { } at }
        ? Numbers.Fill(PressWords.State_Approved, CoalitionText.Name(version.Approver), Dates.Day(at))
        : PressTexts.BlanksOf(version.Text.Title + "\n" + version.Text.Text) is { Count: > 0 and var blanks } ? Numbers.Fill(PressWords.State_Blanks, blanks) : PressWords.State_Draft;
}
