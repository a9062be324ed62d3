using OpenUpr.App.Resources;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.App.Features.Actions;

/// <summary>A field of an action as a form shows it.</summary>
/// <param name="Stored">What it holds.</param>
/// <param name="Kind">How it is typed: text, area or date.</param>
public sealed record ActionField(string Name, string Label, string? Stored, string Kind, string? Hint);

/// <summary>The fields of an action in the order of the form; the coalition's note and the state aside.</summary>
public static class ActionFields
{
    public static IReadOnlyList<ActionField> Of(ActionText text) =>
    [
        new("text", ActionWords.Field_Text, text.Text, "area", ActionWords.Hint_Text),
        new("ministry", ActionWords.Field_Ministry, text.Ministry, "text", null),
        new("actors", ActionWords.Field_Actors, text.Actors, "area", ActionWords.Hint_Actors),
        new("from", ActionWords.Field_From, text.From, "date", null),
        new("to", ActionWords.Field_To, text.To, "date", null),
        new("targets", ActionWords.Field_Targets, text.Targets, "text", ActionWords.Hint_Targets),
        new("plans", ActionWords.Field_Plans, text.Plans, "area", ActionWords.Hint_Plans),
        new("law", ActionWords.Field_Law, text.Law, "area", null),
        new("budget", ActionWords.Field_Budget, text.Budget, "area", null),
        new("committee", ActionWords.Field_Committee, text.Committee, "text", null),
        new("assistance", ActionWords.Field_Assistance, text.Assistance, "area", ActionWords.Hint_Assistance),
    ];

    /// <summary>What a form says of an action; fields that it does not have are as they were.</summary>
    /// <param name="tail">After the name of each field; empty where the form has one action.</param>
    public static ActionText Read(IFormCollection form, ActionText stored, string tail)
    {
        string? Of(string name, string? was) => form.ContainsKey(name + tail) ? form[name + tail].FirstOrDefault() : was;
        return new ActionText(Of("text", stored.Text))
        {
            Ministry = Of("ministry", stored.Ministry), Actors = Of("actors", stored.Actors), From = Of("from", stored.From), To = Of("to", stored.To), Targets = Of("targets", stored.Targets), Plans = Of("plans", stored.Plans),
            Assistance = Of("assistance", stored.Assistance), Law = Of("law", stored.Law), Budget = Of("budget", stored.Budget), Committee = Of("committee", stored.Committee), Note = Of("note", stored.Note), State = Of("state", stored.State),
        };
    }
}
