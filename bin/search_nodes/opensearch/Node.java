import java.nio.file.Path;
import java.util.List;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.transport.Netty4ModulePlugin;

/** One node of OpenSearch: java Node.java HOME PORT setting=value... It runs until it is told to end. */
class Node {
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var name = "node-" + arguments[1];
        LogConfigurator.setNodeName(name);
        var settings = Settings.builder()
                .put("path.home", home.toString())
                .put("http.port", arguments[1])
                .put("node.name", name)
                .put("network.host", "127.0.0.1")
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (var i = 2; i < arguments.length; i++) {
            var pair = arguments[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        var environment = new Environment(settings.build(), home.resolve("config"));
        var node = new OpenSearchRunnerNode(environment, List.of(Netty4ModulePlugin.class));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        Thread.currentThread().join();
    }

    private static void close(AutoCloseable node) {
        try {
            node.close();
        } catch (Exception error) {
            error.printStackTrace();
        }
    }
}
