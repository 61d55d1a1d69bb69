namespace Oms.Engine.Execution;

/// <summary>What a placeholder in the variables is coerced to, until the request's <see cref="UploadedFiles"/> put the file in its place.</summary>
/// <param name="Number">Which of the uploads of the request it stands for.</param>
internal sealed record UploadReference(int Number);
