using System.Globalization;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;

namespace OpenUpr.App.Features.Actions;

/// <summary>The form of an action of a joint draft: its fields, its recommendations by number, and a group of fields for each indicator.</summary>
internal static class JointFields
{
    /// <summary>All fields of all indicators.</summary>
    public const string IndicatorField = "indicators";

    private const string FirstField = "name";

    public static string NameOf(string field, int place) => string.Create(CultureInfo.InvariantCulture, $"{field}-{place}");

    /// <summary>Groups of an indicator that a form was sent with.</summary>
    public static int Count(IFormCollection form) => Enumerable.Range(0, Indicators.Most).TakeWhile(i => form.ContainsKey(NameOf(FirstField, i))).Count();

    /// <summary>What a form says in one field, or of all indicators; empty for nothing.</summary>
    public static string Of(IFormCollection form, string field) =>
        field == IndicatorField ? string.Join('\n', Read(form).Indicators.Where(i => i.Name is not null)) : (form[field].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>The same of an action, written as a form would show it.</summary>
    public static string Of(ActionPlan plan, PlanAction action, string field) => field switch
    {
        IndicatorField => string.Join('\n', action.Indicators.Select(IndicatorWish.Of)),
        "numbers" => JointReading.Written(plan, action),
        "state" => action.State,
        _ => ActionFields.Of(ActionText.Of(action)).FirstOrDefault(f => f.Name == field)?.Stored ?? "",
    };

    public static JointWish Read(IFormCollection form) => new(ActionFields.Read(form, new ActionText(null), ""), form["numbers"].FirstOrDefault(), [.. Enumerable.Range(0, Count(form)).Select(i =>
    {
        string? Of(string field) => form[NameOf(field, i)].FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

        return Of("out") is null ? new IndicatorWish(Of(FirstField), Of("unit"), Of("baseline"), Of("target"), Of("source"), Of("due"), Of("sdg")) : new IndicatorWish(null, null, null, null, null, null, null);
    })]);
}
