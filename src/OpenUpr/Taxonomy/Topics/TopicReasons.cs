using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>Puts together why labels were given.</summary>
internal static class TopicReasons
{
    /// <summary>A share of the score under which a reason says nothing.</summary>
    private const double MinWeight = 0.5;

    private const int ReasonsOfALabel = 3;

    public static void Add(TopicWeights weights, TopicWorkspace work, TextWords words, TopicPrediction given, List<Reason> reasons)
    {
        foreach (var (scheme, labels) in new[] { (Storage.Tag.SdgScheme, given.Sdgs), (Storage.Tag.ThemeScheme, given.Themes), (Storage.Tag.PersonsScheme, given.Persons) })
        {
            foreach (var label in labels.Select(l => new TopicLabel(scheme, l.Value)))
            {
                reasons.AddRange(Of(label, weights, work, words).OrderByDescending(r => r.Weight).DistinctBy(r => (r.Code, r.Words)).Take(ReasonsOfALabel));
            }
        }
    }

    private static IEnumerable<Reason> Of(TopicLabel label, TopicWeights weights, TopicWorkspace work, TextWords words)
    {
        var place = IndexOf(weights.Labels, label);
        foreach (var feature in work.Features.ToList())
        {
            var concept = feature.Index < TopicConcept.All.Count ? TopicConcept.All[feature.Index] : null;
            var weight = label.IsTarget
                ? concept is not null && concept.Targets.Any(t => t.Label == label) ? feature.Value : 0
                : weights.Row(feature.Index)[place] * feature.Value;
            if (weight >= MinWeight)
            {
                yield return concept is null ? new Reason(label.Scheme, label.Value, "topic-word", WrittenOf(words, weights, feature.Index), weight)
                    : concept.Issue is not null ? new Reason(label.Scheme, label.Value, "topic-issue", "", weight, IssueList.Current.FindSlug(concept.Issue)?.Name)
                    : new Reason(label.Scheme, label.Value, "topic-phrase", Written(words, work.Places[feature.Index]), weight, concept.Source);
            }
        }
    }

    private static int IndexOf(IReadOnlyList<TopicLabel> labels, TopicLabel label)
    {
        for (var l = 0; l < labels.Count; l++)
        {
            if (labels[l] == label)
            {
                return l;
            }
        }

        return -1;
    }

    private static string Written(TextWords words, (int First, int Count) place) => words.Written(place.First, place.Count).ToString();

    private static string WrittenOf(TextWords words, TopicWeights weights, int feature)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (weights.Words.TryGetValue(words.Hashes[i], out var known) && known == feature)
            {
                return words.Written(i).ToString();
            }
        }

        return "";
    }
}
