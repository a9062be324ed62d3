using System.Globalization;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Targets;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Targets;

/// <summary>What the address of a list of target States asks for.</summary>
/// <param name="Question">Null while no State under review is named, or where something cannot be meant as it is.</param>
/// <param name="Rs">The State of a briefing; null for a list.</param>
/// <param name="Shown">States that the page shows.</param>
/// <param name="Refusals">Why the address cannot be answered, a sentence each.</param>
public sealed record TargetsRequest(TargetQuestion? Question, string? Rs, int Shown, IReadOnlyList<string> Refusals)
{
    public const string Page = "/targets";
    public const string BriefingPage = "/targets/briefing";
    public const int MaxSession = 200;

    private const string BalancedWord = "balanced";

    public static IReadOnlyList<int> Sizes { get; } = [20, 50, 200];

    public static TargetsRequest Read(IQueryCollection query, ReferenceData reference)
    {
        var refusals = new List<string>();
        var sur = State(query["sur"].ToString(), reference, refusals);
        var rs = State(query["rs"].ToString(), reference, refusals);
        var issues = TargetIssues.Find(query["issue"].OfType<string>().Where(i => !string.IsNullOrWhiteSpace(i)), out var unknown);
        if (unknown is not null)
        {
            refusals.Add(Numbers.Fill(TargetWords.Refused_Issue, unknown));
        }

        var before = Before(query["before"].ToString(), refusals);
        var weights = Weights(query, refusals);
        var order = query["order"].ToString();
        if (order is not ("" or "weight" or BalancedWord))
        {
            refusals.Add(Numbers.Fill(TargetWords.Refused_Order, order));
        }

        var shown = int.TryParse(query["show"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0];
        return new TargetsRequest(
            sur is null || refusals.Count > 0 ? null : new TargetQuestion(sur, issues, before) { Weights = weights, Order = order == BalancedWord ? TargetOrder.Balanced : TargetOrder.Weight }, rs, shown, refusals);
    }

    /// <summary>The one address of a list; what is as usual is left out.</summary>
    public static string To(TargetQuestion question, string path = Page, string? rs = null, int shown = 20)
    {
        var fields = new List<KeyValuePair<string, string>> { new("sur", question.Sur), new("rs", rs ?? ""), new("issue", string.Join(',', question.Issues)) };
        fields.Add(new("before", question.Before?.ToString(CultureInfo.InvariantCulture) ?? ""));
        fields.Add(new("order", question.Order == TargetOrder.Balanced ? BalancedWord : ""));
        fields.AddRange(TargetWeights.Names.Where(n => question.Weights.Of(n) != TargetWeights.Usual.Of(n)).Select(n => KeyValuePair.Create("w-" + n, Typed(question.Weights.Of(n)))));
        fields.Add(new("show", shown == Sizes[0] ? "" : shown.ToString(CultureInfo.InvariantCulture)));
        return SearchLink.ToFields(fields, path);
    }

    public static string Typed(double weight) => weight.ToString(CultureInfo.InvariantCulture);

    private static string? State(string typed, ReferenceData reference, List<string> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var found = reference.FindState(typed.ToUpperInvariant()) ?? reference.Names.Find(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(typed)));
        if (found is null)
        {
            refusals.Add(Numbers.Fill(TargetWords.Refused_State, typed));
        }

        return found?.Iso3;
    }

    private static int? Before(string typed, List<string> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var session) && session is > 1 and <= MaxSession)
        {
            return session;
        }

        refusals.Add(Numbers.Fill(TargetWords.Refused_Before, typed, MaxSession));
        return null;
    }

    private static TargetWeights Weights(IQueryCollection query, List<string> refusals)
    {
        var weights = TargetWeights.Usual;
        foreach (var name in TargetWeights.Names)
        {
            var typed = query["w-" + name].ToString();
            if (typed.Length == 0)
            {
                continue;
            }

            if (TargetWeights.Parse(typed) is { } value)
            {
                weights = weights.With(name, value);
            }
            else
            {
                refusals.Add(Numbers.Fill(TargetWords.Refused_Weight, typed, TargetWeights.Most));
            }
        }

        return weights;
    }
}
