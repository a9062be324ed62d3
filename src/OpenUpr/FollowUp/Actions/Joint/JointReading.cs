using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Joint;

/// <summary>Reads an action of a joint draft as typed, and writes it as a form shows it. Pure.</summary>
public static class JointReading
{
    /// <summary>The action; what is wrong stands in the fields, those of an indicator named "name-2".</summary>
    internal static PlanAction Read(Fields fields, JointWish wish, ActionPlan plan, int number)
    {
        var entry = ActionReading.Read(fields, wish.Text with { Note = null }, "");
        var indicators = wish.Indicators.Index().Where(i => i.Item is not { Name: null, Unit: null, Baseline: null, Target: null, Source: null, DueOn: null, Sdg: null })
            .Select(i => Indicators.Read(fields, i.Item, string.Create(CultureInfo.InvariantCulture, $"-{i.Index}"))).ToList();
        if (indicators.Count > Indicators.Most)
        {
            fields.Refuse(Refusal.TooMany, "name-0", 0);
        }

        return ActionPlans.Of(number, entry, indicators, Places(fields, wish.Recommendations, plan));
    }

    /// <summary>How the recommendations of an action stand in a field: "140.7, 140.9", "#12" where one has no number.</summary>
    public static string Written(ActionPlan plan, PlanAction action) => string.Join(", ", action.Recommendations.Select(r => plan.Recommendations[r].Number ?? string.Create(CultureInfo.InvariantCulture, $"#{r + 1}")));

    private static List<int> Places(Fields fields, string? typed, ActionPlan plan)
    {
        var places = new List<int>();
        foreach (var part in (typed ?? "").Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int[] found = [.. Enumerable.Range(0, plan.Recommendations.Count).Where(i => part[0] == '#' ? (i + 1).ToString(CultureInfo.InvariantCulture) == part[1..] : plan.Recommendations[i].Number == part)];
            if (found.Length == 0)
            {
                return fields.Refuse(Refusal.Unknown, "numbers", places);
            }

            places.AddRange(found);
        }

        return [.. places.Distinct().Order()];
    }
}
