using System.Runtime.CompilerServices;
using OpenUpr.Search;

namespace OpenUpr.Recommendations;

/// <summary>What the rows of an index say about which recommendations States support. Every answered text counts once.</summary>
public sealed class ResponseHistory
{
    /// <summary>With fewer answered texts than this a State's history says nothing about it.</summary>
    private const int LeastTexts = 10;

    /// <summary>Standard deviations to either side that hold 80 % of a normal distribution.</summary>
    private const double Spread = 1.2816;

    private const int Actions = 5;

    private static readonly ConditionalWeakTable<SearchIndex, Lazy<ResponseHistory>> s_known = [];

    private readonly SearchIndex _index;
    private readonly List<ResponseCase> _cases;
    private readonly ResponseFit _fit;
    private readonly ResponseTransfer _transfer;

    private ResponseHistory(SearchIndex index)
    {
        _index = index;
        _cases = ResponseCases.Read(index);
        _fit = new ResponseFit(_cases);
        _transfer = ResponseTransfer.Learn(_cases);
    }

    /// <summary>The history of this index, fitted when it is first asked for (some tenths of a second for 30,000 texts) and kept as long as the index lives.</summary>
    public static ResponseHistory Of(SearchIndex index) => s_known.GetValue(index, i => new Lazy<ResponseHistory>(() => new ResponseHistory(i))).Value;

    /// <summary>The response to be expected; null where the collection holds no answered recommendation at all.</summary>
    public ExpectedResponse? Expect(ExpectedQuestion question)
    {
        if (_cases.Count == 0)
        {
            return null;
        }

        var basis = ResponseBasis.Count(_cases, Case(question, question.Action ?? -1), question.Issues.Count > 0);
        var nearest = basis.FirstOrDefault(b => b.Kind == ExpectedBasisKind.StateIssue)?.Texts ?? 0;
        var (own, others, low, high, weight, all) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (action, share) in ActionsOf(question))
        {
            var chance = _transfer.Of(_fit, Case(question, action));
            var (spread, other) = (Spread * Math.Sqrt(chance.Variance), ResponseEffects.Chance(chance.FromOthers));
            own += share * ResponseEffects.Chance(chance.LogOdds);
            others += share * other;
            low += share * ResponseEffects.Chance(chance.LogOdds - spread);
            high += share * ResponseEffects.Chance(chance.LogOdds + spread);

            // An effect is the sum of (answer - chance) over n p(1-p) + pull: that part of the difference between the shares.
            var told = nearest * other * (1 - other);
            weight += share * _transfer.OfIssue * told / (told + _fit.IssuePull);
            all += share;
        }

        var texts = basis.FirstOrDefault(b => b.Kind == ExpectedBasisKind.State)?.Texts ?? 0;
        return new ExpectedResponse(own / all, low / all, high / all, texts < LeastTexts, others / all, weight / all, basis);
    }

    /// <summary>The action categories that a question may have, with their shares among recommendations on its issues.</summary>
    private List<(int Action, double Share)> ActionsOf(ExpectedQuestion question)
    {
        if (question.Action is { } known)
        {
            return [(known, 1)];
        }

        var issues = Case(question, -1).Issues;
        var counts = new double[Actions + 1];
        foreach (var one in _cases)
        {
            if (one.Action > 0 && (issues.Length == 0 || one.Issues.Any(i => Array.IndexOf(issues, i) >= 0)))
            {
                counts[one.Action]++;
            }
        }

        return counts.Sum() == 0 ? [(-1, 1)] : [.. Enumerable.Range(1, Actions).Where(a => counts[a] > 0).Select(a => (a, counts[a]))];
    }

    private ResponseCase Case(ExpectedQuestion question, int action)
    {
        var group = _index.Reference.GroupOf(question.Sur);
        return new ResponseCase(
            Number("sur", question.Sur), group is null ? -1 : Number("sur-group", group), -1, [.. question.Issues.Distinct().Select(i => Number("issue", i))], action,
            question.RsGroup is { } rs ? [Number("rs-group", rs)] : [], false);
    }

    private int Number(string field, string value) => _index.Records.Fields.First(f => f.Name == field).Find(value);
}
