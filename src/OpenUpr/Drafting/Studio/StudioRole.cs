using System.Security.Cryptography;
using System.Text;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>What a person is to a document.</summary>
/// <param name="IsAuthor">Began it.</param>
/// <param name="Clusters">In which the person works.</param>
public sealed record StudioRole(CoalitionRole Role, bool IsAuthor, IReadOnlyList<long> Clusters)
{
    /// <summary>Whoever writes at all; which sections, <see cref="MayWriteSection"/> says.</summary>
    public bool MayWrite => Role >= CoalitionRole.Contributor;

    /// <summary>Whoever began it, and editors: sections, their order and duties, co-signers, the cover.</summary>
    public bool MayOrder => MayDecide || (MayWrite && IsAuthor);

    /// <summary>Editors: they say that the coalition agrees, and that it was sent.</summary>
    public bool MayDecide => Role >= CoalitionRole.Editor;

    /// <summary>A section belongs to the people of the cluster that writes it, to whoever may order the document, and to anybody where no cluster was named.</summary>
    public bool MayWriteSection(StudioDocument document, StudioSection section) =>
        StudioSteps.IsOpen(document.Stage) && section.RemovedAt is null && (MayOrder || (MayWrite && (section.DutyClusterId is not { } duty || Clusters.Contains(duty))));
}

/// <summary>A mark of what a document holds: the same for two readers who have the same words before them.</summary>
internal static class StudioStamp
{
    public static string Of(StudioDocument document, IEnumerable<StudioSection> sections, IEnumerable<StudioSigner> signers)
    {
        var text = new StringBuilder().Append(document.Revision);
        foreach (var section in sections.OrderBy(s => s.Place).ThenBy(s => s.Id))
        {
            text.Append('|').Append(section.Id).Append('.').Append(section.Number);
        }

        foreach (var signer in signers.OrderBy(s => s.Id))
        {
            text.Append('/').Append(signer.Id).Append('.').Append(signer.Revision);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
