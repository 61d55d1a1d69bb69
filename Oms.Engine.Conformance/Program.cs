using Oms.Engine.Conformance;

// A stack of this size reads every nesting that a line can hold within the bounds set in EvaluationLimits.
const int StackSize = 512 * 1024 * 1024;

var reading = new Thread(() => LineProtocol.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()), StackSize);
reading.Start();
reading.Join();
