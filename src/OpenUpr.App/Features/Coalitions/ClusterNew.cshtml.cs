using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Adding a cluster.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/clusters/new")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/clusters/new", Method = "POST")]
public sealed class ClusterNewModel(Rooms rooms) : ClusterEditModel(rooms);
