using OpenUpr.App.Features.Wording;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Beginning a draft.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/new", Method = "POST")]
public sealed class DraftNewModel(Rooms rooms, WordingReader reader, Labels labels) : DraftEditModel(rooms, reader, labels);
